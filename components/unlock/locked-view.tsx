import type { ErrorCode } from '../../lib/errors.ts';
import { Note } from '../ui/note.tsx';
import { useLanguage } from '../ui/words.ts';
import { UnlockForm, type UnlockOutcome } from './unlock-form.tsx';

interface LockedViewProps {
  readonly outcome: UnlockOutcome;
  readonly busy: boolean;
  /** What is wrong with the vault, if more than the lock. */
  readonly trouble?: ErrorCode | undefined;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onRecoveryCode: (recoveryCode: string) => void;
  readonly onPasskey?: () => void;
  /** Opens the window that explains and repairs. */
  readonly onTrouble: () => void;
}

/** The popup while the vault is locked, or cannot be opened. */
export function LockedView({ trouble, onTrouble, ...form }: LockedViewProps) {
  const { words, errorWords } = useLanguage();
  return (
    <main class="view">
      <h1>{trouble ? words('unlock_trouble_title') : words('unlock_title')}</h1>
      {trouble && (
        <Note look="warning">
          <p>{errorWords(trouble)}</p>
        </Note>
      )}
      {trouble ? (
        <button type="button" class="button button-primary" onClick={onTrouble}>
          {words('codes_trouble')}
        </button>
      ) : (
        <UnlockForm {...form} />
      )}
    </main>
  );
}
