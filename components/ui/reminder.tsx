import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { useWords } from './words.ts';

interface ReminderProps {
  readonly text: string;
  /** The one button or link that does what is missing. */
  readonly children: ComponentChildren;
  readonly onDismiss: () => void;
}

/** What the popup reminds of, below the codes; the user can hide it. */
export function Reminder({ text, children, onDismiss }: ReminderProps) {
  const words = useWords();
  return (
    <div class="here reminder">
      <p>{text}</p>
      <span class="actions">
        {children}
        <button
          type="button"
          class="icon-button icon-button-small"
          aria-label={words('codes_dismiss')}
          title={words('codes_dismiss')}
          onClick={onDismiss}
        >
          <Icon name="close" />
        </button>
      </span>
    </div>
  );
}
