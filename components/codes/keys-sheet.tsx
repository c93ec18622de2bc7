import { Dialog } from '../ui/dialog.tsx';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../ui/words.ts';

interface KeysSheetProps {
  /** Whether the single-key shortcuts F and E are on. */
  readonly keys: 'single' | 'off';
  readonly onClose: () => void;
}

const ALWAYS: readonly (readonly [string, MessageKey])[] = [
  ['/', 'keys_search'],
  ['↑ ↓', 'keys_move'],
  ['Enter', 'codes_copy'],
  ['Ctrl C', 'codes_copy'],
];
const SINGLE: readonly (readonly [string, MessageKey])[] = [
  ['F', 'codes_fill'],
  ['E', 'codes_edit'],
];
const LAST: readonly (readonly [string, MessageKey])[] = [
  ['Del', 'accounts_bin'],
  ['Shift F10', 'codes_more'],
  ['Esc', 'keys_close'],
  ['?', 'codes_keys'],
];

/** The list of the keys that the popup knows. */
export function KeysSheet({ keys, onClose }: KeysSheetProps) {
  const words = useWords();
  const lines = [...ALWAYS, ...(keys === 'single' ? SINGLE : []), ...LAST];
  return (
    <Dialog title={words('codes_keys')} onClose={onClose} leave="ui_close">
      <dl class="keys-list">
        {lines.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{words(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
