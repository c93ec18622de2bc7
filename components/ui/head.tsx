import { useLayoutEffect, useRef } from 'preact/hooks';
import { Glyph } from './glyph.tsx';
import { useWords } from './words.ts';

/** Title of a view inside the popup with the way back; takes the focus so that a view change is heard. */
export function ViewHead({
  title,
  onBack,
}: {
  readonly title: string;
  readonly onBack: () => void;
}) {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  // Before the view is painted: later it would take the keys of somebody who types at once.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <header class="view-head">
      <button type="button" class="icon-button" aria-label={words('ui_back')} onClick={onBack}>
        <Glyph name="back" />
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </header>
  );
}
