import { useWords } from '../ui/words.ts';

interface ClipboardSectionProps {
  readonly clearing: 'always' | 'only-ours';
  readonly onClearing: (clearing: 'always' | 'only-ours') => void;
}

/** What is cleared from the clipboard after a code was copied. */
export function ClipboardSection({ clearing, onClearing }: ClipboardSectionProps) {
  const words = useWords();
  return (
    <section class="form">
      <h2>{words('options_clipboard')}</h2>
      <p class="hint">{words('options_clipboard_what')}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={clearing === 'only-ours'}
          onChange={({ currentTarget }) => {
            onClearing(currentTarget.checked ? 'only-ours' : 'always');
            // The browser's answer decides what it shows.
            currentTarget.checked = clearing === 'only-ours';
          }}
        />
        {words('options_clipboard_only_ours')}
      </label>
      <p class="hint">{words('options_clipboard_reading')}</p>
    </section>
  );
}
