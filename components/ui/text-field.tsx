import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Attributes = Readonly<{
  type?: 'text' | 'password' | 'number';
  autocomplete?: string;
  spellcheck?: boolean;
  autofocus?: boolean;
  required?: boolean;
  maxlength?: number;
  min?: number;
  max?: number;
  readOnly?: boolean;
  dir?: 'auto' | 'ltr';
}>;

interface TextFieldProps extends Attributes {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  /** What is wrong and what to do. It describes the field, and is announced when it appears. */
  readonly error?: string | undefined;
  readonly onKeyEvent?: (event: KeyboardEvent) => void;
  readonly multiline?: 'multiline';
  readonly wide?: 'code';
  readonly children?: ComponentChildren;
}

/** A labelled text control: label, control, hint and error, in this order and tied to the control. */
export function TextField(props: TextFieldProps) {
  const { label, value, onValue, hint, error, onKeyEvent, multiline, wide, children, ...given } =
    props;
  const { type, ...rest } = given;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    id,
    value,
    class: wide === 'code' ? 'input input-code' : 'input',
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-describedby': described === '' ? undefined : described,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      onValue(event.currentTarget.value),
    ...(onKeyEvent ? { onKeyDown: onKeyEvent, onKeyUp: onKeyEvent } : {}),
  };
  const all = { ...shared, ...rest };
  const control =
    type === 'password' ? (
      <input {...all} type="password" />
    ) : type === 'number' ? (
      <input {...all} type="number" />
    ) : (
      <input {...all} type="text" />
    );
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {multiline ? (
        <textarea {...shared} rows={3} spellcheck={rest.spellcheck ?? false} />
      ) : (
        <span class="input-line">
          {control}
          {children}
        </span>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div aria-live="polite">
        {error && (
          <p class="field-error" id={`${id}-error`}>
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
