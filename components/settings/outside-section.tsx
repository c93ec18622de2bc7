import { useWords } from '../ui/words.ts';
import { SettingRow, SwitchRow } from './setting-row.tsx';

interface OutsideSectionProps {
  readonly onFloat: () => void;
  readonly onChangeKeys: () => void;
  readonly notice: 'on' | 'off';
  readonly onNotice: (notice: 'on' | 'off') => void;
}

/** Codes for programs that are not the browser: the float window, and the command that copies. */
export function OutsideSection(props: OutsideSectionProps) {
  const words = useWords();
  return (
    <section class="setting-group">
      <h2>{words('settings_outside')}</h2>
      <SettingRow title={words('settings_float')} hint={words('settings_float_hint')}>
        <button type="button" class="button" onClick={props.onFloat}>
          {words('settings_float_open')}
        </button>
      </SettingRow>
      <SettingRow title={words('settings_copy')} hint={words('settings_copy_hint')}>
        <button type="button" class="button" onClick={props.onChangeKeys}>
          {words('settings_keys_open')}
        </button>
      </SettingRow>
      <SwitchRow
        title={words('settings_notice')}
        hint={words('settings_notice_hint')}
        value={props.notice}
        onValue={props.onNotice}
      />
    </section>
  );
}
