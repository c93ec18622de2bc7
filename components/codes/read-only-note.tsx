import { useWords } from '../ui/words.ts';

/** Says that the vault is older or damaged: its codes work, but nothing can be saved in it. */
export function ReadOnlyNote({ onTrouble }: { readonly onTrouble: () => void }) {
  const words = useWords();
  return (
    <div class="here here-warning">
      <p>{words('codes_read_only')}</p>
      <button type="button" class="button button-small" onClick={onTrouble}>
        {words('codes_trouble')}
      </button>
    </div>
  );
}
