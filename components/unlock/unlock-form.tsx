import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { Field } from '../ui/field.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useLanguage } from '../ui/words.ts';
import { ManagerName } from './manager-name.tsx';
import { PassphraseField } from './passphrase-field.tsx';

/** What the last try came to; a wrong one is an answer, not an error. */
export type UnlockOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong' }
  /** No try is looked at for this long. */
  | { readonly kind: 'delayed'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

export type UnlockWay = 'passphrase' | 'recovery-code';

interface UnlockFormProps {
  readonly outcome: UnlockOutcome;
  readonly busy: boolean;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onRecoveryCode: (recoveryCode: string) => void;
  /** Absent where the browser or the vault has no passkey. */
  readonly onPasskey?: (() => void) | undefined;
  readonly submitLabel?: string | undefined;
  /** Whose secret is asked for, where it is not the vault's. */
  readonly of?: 'backup' | undefined;
  /** What is asked for first, where it is not the passphrase. */
  readonly firstWay?: UnlockWay | undefined;
}

/** Opens the vault: by passphrase, by recovery code, by passkey. */
export function UnlockForm(props: UnlockFormProps) {
  const { outcome, busy, onPasskey } = props;
  const { words, errorWords } = useLanguage();
  const [way, setWay] = useState<UnlockWay>(props.firstWay ?? 'passphrase');
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(false);
  const wrongWords = (): string => {
    if (props.of === 'backup') return words('backup_secret_wrong');
    return errorWords(way === 'passphrase' ? 'passphrase-wrong' : 'recovery-code-wrong');
  };
  const wrong = outcome.kind === 'wrong' ? wrongWords() : undefined;
  const switchWay = (): void => {
    setTyped('');
    setWay(way === 'passphrase' ? 'recovery-code' : 'passphrase');
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || typed === '') return;
        if (way === 'passphrase') props.onPassphrase(typed);
        else props.onRecoveryCode(typed);
      }}
    >
      {onPasskey && (
        <button type="button" class="button button-big" onClick={onPasskey}>
          {words('unlock_by_passkey')}
        </button>
      )}
      <ManagerName />
      {way === 'passphrase' ? (
        <PassphraseField
          key={way}
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
        <Field
          key={way}
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
        {outcome.kind === 'delayed' && (
          <p class="note note-warning">{words('unlock_delayed', String(outcome.seconds))}</p>
        )}
      </div>
      <div class="actions">
        <button type="submit" class="button button-primary" aria-disabled={busy}>
          {busy ? words('unlock_opening') : (props.submitLabel ?? words('unlock_open'))}
        </button>
        <button type="button" class="button button-quiet" onClick={switchWay}>
          {way === 'passphrase' ? words('unlock_use_recovery') : words('unlock_use_passphrase')}
        </button>
      </div>
    </form>
  );
}
