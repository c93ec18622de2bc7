import { SelectField } from '../ui/select-field.tsx';
import { Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';

/** The lock times that are offered, in minutes. */
const MINUTES = ['1', '5', '15', '30', '60', '240', '480', '1440'];

interface LockingSectionProps {
  readonly lockMinutes: number;
  readonly keepUnlocked: 'on' | 'off';
  readonly onMinutes: (minutes: number) => void;
  readonly onKeepUnlocked: () => void;
  readonly onStopKeeping: () => void;
  readonly onLock: () => void;
}

/** When the vault locks, and the choice to keep it unlocked. */
export function LockingSection(props: LockingSectionProps) {
  const words = useWords();
  const minutes = String(props.lockMinutes);
  const offered = MINUTES.includes(minutes) ? MINUTES : [minutes, ...MINUTES];
  const options = offered.map((value) => ({
    value,
    label:
      Number(value) < 60
        ? words('options_minutes', value)
        : words('options_hours', String(Number(value) / 60)),
  }));
  return (
    <section class="form">
      <h2>{words('options_locking')}</h2>
      <SelectField
        label={words('options_lock_after')}
        value={minutes}
        options={options}
        onValue={(value) => props.onMinutes(Number(value))}
      />
      <p class="hint">{words('options_lock_also')}</p>
      <Note {...(props.keepUnlocked === 'on' ? { look: 'warning' as const } : {})}>
        <p>{words(props.keepUnlocked === 'on' ? 'options_keep_on' : 'options_keep_what')}</p>
      </Note>
      <div class="actions">
        {props.keepUnlocked === 'on' ? (
          <button type="button" class="button" onClick={props.onStopKeeping}>
            {words('options_keep_stop')}
          </button>
        ) : (
          <button type="button" class="button" onClick={props.onKeepUnlocked}>
            {words('options_keep')}
          </button>
        )}
        <button type="button" class="button" onClick={props.onLock}>
          {words('options_lock_now')}
        </button>
      </div>
    </section>
  );
}
