import { Icon } from './icon.tsx';

interface DoneNoteProps {
  readonly text: string;
  /** The browser was asked to save a file or to print, and does not tell what came of it. */
  readonly of?: 'download' | 'print';
}

/** Says that something was done. It is always mounted, so that a screen reader hears the change. */
export function DoneNote({ text, of }: DoneNoteProps) {
  return (
    <div role="status">
      {text !== '' && (
        <p class={of ? 'note' : 'note note-done'}>
          {of !== 'print' && <Icon name={of ? 'import' : 'check'} />}
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
