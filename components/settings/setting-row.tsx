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

interface SwitchRowProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly value: 'on' | 'off';
  /** The caller decides what it shows afterwards: the browser may refuse. */
  readonly onValue: (value: 'on' | 'off') => void;
}

/** A setting that is on or off. */
export function SwitchRow({ title, hint, value, onValue }: SwitchRowProps) {
  const id = useId();
  return (
    <div class="setting">
      <div class="setting-words">
        <label class="setting-title" for={id}>
          {title}
        </label>
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <div class="setting-control">
        <input
          type="checkbox"
          class="switch"
          id={id}
          aria-describedby={hint ? `${id}-hint` : undefined}
          checked={value === 'on'}
          onChange={({ currentTarget }) => {
            onValue(currentTarget.checked ? 'on' : 'off');
            currentTarget.checked = value === 'on';
          }}
        />
      </div>
    </div>
  );
}

interface SelectRowProps<Value extends string> {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValue: (value: Value) => void;
}

/** A setting with a closed list of values. */
export function SelectRow<Value extends string>(props: SelectRowProps<Value>) {
  const { title, hint, value, options, onValue } = props;
  const id = useId();
  return (
    <div class="setting">
      <div class="setting-words">
        <label class="setting-title" for={id}>
          {title}
        </label>
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <div class="setting-control">
        <select
          class="input"
          id={id}
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={value}
          onChange={({ currentTarget }) => {
            const chosen = options.find((option) => option.value === currentTarget.value);
            if (chosen) onValue(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
