import { useEffect, useState } from 'preact/hooks';
import { BROWSER_COMMANDS } from '../ui/browser-commands.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../ui/words.ts';

interface KeysSheetProps {
  /** Whether the single-key shortcuts F and E are on. */
  readonly keys: 'single' | 'off';
  /** The keys of each command of the browser, by its name; '' or absent: it has none. */
  readonly readShortcuts: () => Promise<ReadonlyMap<string, string>>;
  /** Opens the browser's own page for them. */
  readonly onChangeKeys: () => void;
  readonly onClose: () => void;
}

/** The caps of a key, and what it does. */
type Line = readonly [caps: readonly string[], what: MessageKey];

const ALWAYS: readonly Line[] = [
  [['/'], 'keys_search'],
  [['↑', '↓'], 'keys_move'],
  [['Enter'], 'codes_copy'],
  [['Ctrl', 'C'], 'codes_copy'],
];
const SINGLE: readonly Line[] = [
  [['F'], 'codes_fill'],
  [['E'], 'codes_edit'],
];
const LAST: readonly Line[] = [
  [['Del'], 'accounts_bin'],
  [['Shift', 'F10'], 'codes_more'],
  [['Esc'], 'keys_close'],
  [['?'], 'codes_keys'],
];
/** Those of the menu alone; it has the ones above, too. */
const MENU: readonly Line[] = [
  [['P'], 'codes_pin'],
  [['W'], 'codes_float'],
  [['Q'], 'accounts_qr'],
  [['N'], 'codes_next'],
];

function KeyList({ lines }: { readonly lines: readonly Line[] }) {
  const words = useWords();
  return (
    <dl class="keys-list">
      {lines.map(([caps, what]) => (
        <div key={`${what} ${caps.join(' ')}`}>
          <dt>
            {caps.length === 0 && <span class="hint">{words('settings_key_none')}</span>}
            {caps.map((cap) => (
              <kbd key={cap}>{cap}</kbd>
            ))}
          </dt>
          <dd>{words(what)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The list of the keys that the popup knows, and of those that the browser has for it. */
export function KeysSheet({ keys, readShortcuts, onChangeKeys, onClose }: KeysSheetProps) {
  const words = useWords();
  const [shortcuts, setShortcuts] = useState<ReadonlyMap<string, string>>();
  useEffect(() => {
    readShortcuts().then(setShortcuts, () => undefined);
  }, []);
  return (
    <Dialog title={words('codes_keys')} onClose={onClose} leave="ui_close">
      <KeyList lines={[...ALWAYS, ...(keys === 'single' ? SINGLE : []), ...LAST]} />
      <h3>{words('keys_menu')}</h3>
      <KeyList lines={MENU} />
      {shortcuts && (
        <>
          <h3>{words('keys_browser')}</h3>
          <KeyList
            lines={BROWSER_COMMANDS.map(([name, what]) => {
              const shortcut = shortcuts.get(name) ?? '';
              return [shortcut === '' ? [] : [shortcut], what];
            })}
          />
        </>
      )}
      <div class="actions">
        <button type="button" class="button button-quiet" onClick={onChangeKeys}>
          {words('settings_keys_change')}
        </button>
      </div>
    </Dialog>
  );
}
