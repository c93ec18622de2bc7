import { Icon } from './icon.tsx';

/** Says that something was done. It is always mounted, so that a screen reader hears the change. */
export function DoneNote({ text }: { readonly text: string }) {
  return (
    <div role="status">
      {text !== '' && (
        <p class="note note-done">
          <Icon name="check" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
