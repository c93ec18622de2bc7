import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { useWords } from './words.ts';

/** The title of a view and its back button. The title takes the focus, so that a screen reader says the new view. */
export function ViewHead({
  title,
  onBack,
}: {
  readonly title: string;
  readonly onBack: () => void;
}) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  // An effect after the first paint would take the keys of somebody who types at once.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <header class="view-head">
      <button
        type="button"
        class="icon-button"
        aria-label={words('ui_back')}
        title={words('ui_back')}
        onClick={onBack}
      >
        <Icon name="back" />
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </header>
  );
}
