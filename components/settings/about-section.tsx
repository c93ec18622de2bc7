import type { ComponentChildren } from 'preact';
import { BROWSER_COMMANDS } from '../ui/browser-commands.ts';
import { useWords } from '../ui/words.ts';
import { SettingRow } from './setting-row.tsx';

interface KeysSectionProps {
  /** The keys of each command, by its name; '' or absent: it has none. */
  readonly shortcuts: ReadonlyMap<string, string>;
  readonly onChangeKeys: () => void;
}

/** The keys that work everywhere in the browser; only the browser can change them. */
export function KeysSection({ shortcuts, onChangeKeys }: KeysSectionProps) {
  const words = useWords();
  return (
    <section class="setting-group">
      <h2>{words('settings_keys')}</h2>
      <table class="shortcuts">
        <tbody>
          {BROWSER_COMMANDS.map(([name, what]) => {
            const keys = shortcuts.get(name) ?? '';
            return (
              <tr key={name}>
                <th scope="row">{words(what)}</th>
                <td>
                  {keys === '' ? (
                    <span class="hint">{words('settings_key_none')}</span>
                  ) : (
                    <kbd class="key" dir="ltr">
                      {keys}
                    </kbd>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <SettingRow title={words('settings_keys_change')} hint={words('settings_keys_change_hint')}>
        <button type="button" class="button" onClick={onChangeKeys}>
          {words('settings_keys_open')}
        </button>
      </SettingRow>
    </section>
  );
}

interface AboutSectionProps {
  readonly version: string;
  /** The report, where it is shown. */
  readonly children: ComponentChildren;
}

/** Which version this is, under which licence, by whom it is not made; and what to say when asking for help. */
export function AboutSection({ version, children }: AboutSectionProps) {
  const words = useWords();
  return (
    <section class="setting-group">
      <h2>{words('options_about')}</h2>
      <SettingRow
        title={words('settings_version', version)}
        hint={words('settings_licence', 'MIT')}
      >
        <a class="button" href="/welcome.html">
          {words('settings_welcome')}
        </a>
      </SettingRow>
      <p class="hint">{words('welcome_unofficial')}</p>
      {children}
    </section>
  );
}
