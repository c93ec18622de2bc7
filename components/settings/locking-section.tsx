import { AWAY_MINUTES } from '../../lib/limits.ts';
import { Note } from '../ui/note.tsx';
import { useLanguage } from '../ui/words.ts';
import { minutesText } from './duration.ts';
import { SelectRow, SettingRow } from './setting-row.tsx';

/** The lock times that are offered, in minutes. */
const MINUTES = ['1', '5', '15', '30', '60', '240', '480', '1440'];

interface LockingSectionProps {
  readonly lockMinutes: number;
  readonly keepUnlocked: 'on' | 'off';
  /** unnoticed: the browser does not tell of a locked screen. */
  readonly screenLock: 'noticed' | 'unnoticed';
  readonly onMinutes: (minutes: number) => void;
  readonly onKeepUnlocked: () => void;
  readonly onStopKeeping: () => void;
  readonly onLock: () => void;
}

/** When the vault locks, and the choice to keep it unlocked. */
export function LockingSection(props: LockingSectionProps) {
  const { words, formats } = useLanguage();
  const minutes = String(props.lockMinutes);
  const offered = MINUTES.includes(minutes) ? MINUTES : [minutes, ...MINUTES];
  const options = offered.map((value) => ({
    value,
    label: minutesText(Number(value), formats),
  }));
  return (
    <section class="setting-group">
      <h2>{words('options_locking')}</h2>
      <SelectRow
        title={words('options_lock_after')}
        hint={
          props.screenLock === 'noticed'
            ? words('options_lock_also')
            : words('options_lock_also_away', minutesText(AWAY_MINUTES, formats))
        }
        value={minutes}
        options={options}
        onValue={(value) => props.onMinutes(Number(value))}
      />
      <SettingRow
        title={words('settings_keep_unlocked')}
        hint={props.keepUnlocked === 'on' ? undefined : words('settings_keep_unlocked_hint')}
      >
        {props.keepUnlocked === 'on' ? (
          <button type="button" class="button" onClick={props.onStopKeeping}>
            {words('options_keep_stop')}
          </button>
        ) : (
          <button type="button" class="button" onClick={props.onKeepUnlocked}>
            {words('options_keep')}
          </button>
        )}
      </SettingRow>
      {props.keepUnlocked === 'on' && (
        <Note look="warning">
          <p>{words('options_keep_on')}</p>
        </Note>
      )}
      <SettingRow title={words('settings_lock')} hint={words('settings_lock_hint')}>
        <button type="button" class="button" onClick={props.onLock}>
          {words('options_lock_now')}
        </button>
      </SettingRow>
    </section>
  );
}
