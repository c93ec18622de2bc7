import { useWords } from '../ui/words.ts';
import { SwitchRow } from './setting-row.tsx';

interface ClipboardSectionProps {
  readonly clearing: 'always' | 'only-ours';
  readonly onClearing: (clearing: 'always' | 'only-ours') => void;
}

/** What is cleared from the clipboard after a code was copied. */
export function ClipboardSection({ clearing, onClearing }: ClipboardSectionProps) {
  const words = useWords();
  return (
    <section class="setting-group">
      <h2>{words('options_clipboard')}</h2>
      <p class="hint">{words('options_clipboard_what')}</p>
      <SwitchRow
        title={words('options_clipboard_only_ours')}
        hint={words('options_clipboard_reading')}
        value={clearing === 'only-ours' ? 'on' : 'off'}
        onValue={(wanted) => onClearing(wanted === 'on' ? 'only-ours' : 'always')}
      />
    </section>
  );
}
