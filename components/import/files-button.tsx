import { Icon } from '../ui/icon.tsx';

interface FilesButtonProps {
  readonly label: string;
  readonly look: 'primary' | 'plain';
  readonly busy: boolean;
  readonly onFiles: (files: readonly Blob[]) => void;
}

/** Lets the user choose files, of any kind: what they are is told by their content. */
export function FilesButton({ label, look, busy, onFiles }: FilesButtonProps) {
  return (
    <label class={look === 'primary' ? 'button button-primary' : 'button'}>
      <Icon name="add" />
      {label}
      <input
        class="unseen"
        type="file"
        multiple
        disabled={busy}
        onChange={({ currentTarget }) => {
          onFiles(Array.from(currentTarget.files ?? []));
          // The browser tells of the same file again only if the field was emptied.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
