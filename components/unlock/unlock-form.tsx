import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { DialogLeave } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useLanguage } from '../ui/words.ts';
import { HiddenUsername } from './hidden-username.tsx';
import { PassphraseField } from './passphrase-field.tsx';

/** How the last attempt ended. A wrong secret is an answer, not an error. */
export type UnlockOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly by: UnlockMethod }
  | { readonly kind: 'failed'; readonly by: UnlockMethod | 'passkey'; readonly code: ErrorCode };

/** What is typed. */
export type UnlockMethod = 'passphrase' | 'recovery-code';

interface UnlockFormProps {
  readonly outcome: UnlockOutcome;
  /** After too many wrong passphrases the vault accepts none for this long. */
  readonly delaySeconds: number | undefined;
  readonly busy: boolean;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onRecoveryCode: (recoveryCode: string) => void;
  /** Undefined where the browser or the vault has no passkey. */
  readonly onPasskey?: (() => void) | undefined;
  readonly submitLabel?: string | undefined;
  readonly submitLook?: 'plain' | undefined;
  /** Whose secret is asked for, where it is not the vault's. */
  readonly of?: 'backup' | undefined;
  /** The secret that is asked for first, where it is not the passphrase. */
  readonly firstMethod?: UnlockMethod | undefined;
}

/** What the form says of the last attempt, while it shows the field for that attempt's secret. */
function useShownOutcome(outcome: UnlockOutcome, method: UnlockMethod) {
  const [left, setLeft] = useState<UnlockOutcome>();
  const isOfField = outcome.kind !== 'none' && (outcome.by === method || outcome.by === 'passkey');
  return {
    shown: isOfField && outcome !== left ? outcome : ({ kind: 'none' } as const),
    /** The field that comes back is empty: what was said of it is over. */
    leave: () => setLeft(outcome),
  };
}

/** Asks for a passphrase, a recovery code or a passkey. */
export function UnlockForm(props: UnlockFormProps) {
  const { busy, onPasskey } = props;
  const { words, plural, errorWords } = useLanguage();
  const [method, setMethod] = useState<UnlockMethod>(props.firstMethod ?? 'passphrase');
  const { shown: outcome, leave } = useShownOutcome(props.outcome, method);
  const delaySeconds = method === 'passphrase' ? props.delaySeconds : undefined;
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(false);
  const wrongWords = (): string => {
    if (props.of === 'backup') return words('backup_secret_wrong');
    return errorWords(method === 'passphrase' ? 'passphrase-wrong' : 'recovery-code-wrong');
  };
  const wrong = outcome.kind === 'wrong' ? wrongWords() : undefined;
  const switchMethod = (): void => {
    setTyped('');
    leave();
    setMethod(method === 'passphrase' ? 'recovery-code' : 'passphrase');
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || delaySeconds !== undefined || typed === '') return;
        if (method === 'passphrase') props.onPassphrase(typed);
        else props.onRecoveryCode(typed);
      }}
    >
      {onPasskey && (
        <button type="button" class="button button-big" onClick={onPasskey}>
          {words('unlock_by_passkey')}
        </button>
      )}
      <HiddenUsername />
      {method === 'passphrase' ? (
        <PassphraseField
          key={method}
          label={words('unlock_passphrase')}
          value={typed}
          onValue={setTyped}
          autocomplete="current-password"
          shown={shown}
          onShown={setShown}
          autofocus
          error={wrong}
        />
      ) : (
        <TextField
          key={method}
          label={words('unlock_recovery_code')}
          value={typed}
          onValue={setTyped}
          autocomplete="off"
          spellcheck={false}
          wide="code"
          dir="ltr"
          autofocus
          hint={words('unlock_recovery_hint')}
          error={wrong}
        />
      )}
      <ErrorNote code={outcome.kind === 'failed' ? outcome.code : undefined} />
      <div role="alert">
        {delaySeconds !== undefined && <p class="unseen">{words('unlock_delayed_said')}</p>}
      </div>
      {/* The seconds are for the eye: a screen reader would say each of them. */}
      {delaySeconds !== undefined && (
        <p class="note note-warning" aria-hidden="true">
          {plural('unlock_delayed', delaySeconds)}
        </p>
      )}
      <div class="actions">
        <button
          type="submit"
          class={props.submitLook === 'plain' ? 'button' : 'button button-primary'}
          aria-disabled={busy || delaySeconds !== undefined}
        >
          {busy ? words('unlock_opening') : (props.submitLabel ?? words('unlock_open'))}
        </button>
        <DialogLeave />
        <button type="button" class="button button-quiet" onClick={switchMethod}>
          {method === 'passphrase' ? words('unlock_use_recovery') : words('unlock_use_passphrase')}
        </button>
      </div>
    </form>
  );
}
