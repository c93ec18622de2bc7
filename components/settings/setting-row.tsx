import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SettingRowProps {
  readonly title: string;
  /** One line that says what it does. */
  readonly hint?: string | undefined;
  /** The control at the row's end: a button or a link, whose own words say what it does. */
  readonly children: ComponentChildren;
}

/** One setting: its title, one line about it, and its control at the end. */
export function SettingRow({ title, hint, children }: SettingRowProps) {
  return (
    <div class="setting">
      <div class="setting-words">
        <p class="setting-title">{title}</p>
        {hint && <p class="hint">{hint}</p>}
      </div>
      <div class="setting-control">{children}</div>
    </div>
  );
}

interface LabelledRowProps {
  readonly title: string;
  readonly hint: string | undefined;
  /** The field, which takes `id` as its own and is described by the hint. */
  readonly children: (id: string, describedBy: string | undefined) => ComponentChildren;
}

/** A setting whose control is a field, named by the row's title. */
function LabelledRow({ title, hint, children }: LabelledRowProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div class="setting">
      <div class="setting-words">
        <label class="setting-title" for={id}>
          {title}
        </label>
        {hint && (
          <p class="hint" id={hintId}>
            {hint}
          </p>
        )}
      </div>
      <div class="setting-control">{children(id, hint ? hintId : undefined)}</div>
    </div>
  );
}

interface SwitchRowProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly value: 'on' | 'off';
  /** The caller decides what it shows afterwards: the browser may refuse. */
  readonly onValue: (value: 'on' | 'off') => void;
}

/** A setting that is on or off. */
export function SwitchRow({ title, hint, value, onValue }: SwitchRowProps) {
  return (
    <LabelledRow title={title} hint={hint}>
      {(id, describedBy) => (
        <input
          type="checkbox"
          class="switch"
          id={id}
          aria-describedby={describedBy}
          checked={value === 'on'}
          onChange={({ currentTarget }) => {
            onValue(currentTarget.checked ? 'on' : 'off');
            currentTarget.checked = value === 'on';
          }}
        />
      )}
    </LabelledRow>
  );
}

interface SelectRowProps<Value extends string> {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** The language of the label, where it is not the page's. */
    readonly lang?: string;
  }[];
  readonly onValue: (value: Value) => void;
}

/** A setting with a closed list of values. */
export function SelectRow<Value extends string>(props: SelectRowProps<Value>) {
  const { title, hint, value, options, onValue } = props;
  return (
    <LabelledRow title={title} hint={hint}>
      {(id, describedBy) => (
        <select
          class="input"
          id={id}
          aria-describedby={describedBy}
          value={value}
          onChange={({ currentTarget }) => {
            const chosen = options.find((option) => option.value === currentTarget.value);
            if (chosen) onValue(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </LabelledRow>
  );
}
