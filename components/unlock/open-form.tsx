import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../lib/errors.ts';
import { Note } from '../ui/note.tsx';
import { useLanguage } from '../ui/words.ts';
import { UnlockForm, type UnlockWay } from './unlock-form.tsx';
import { useUnlock, type UnlockAnswer } from './use-unlock.ts';

/** What proves that it is the user; see the protocol's UnlockSecret. */
export type Secret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery-code'; readonly recoveryCode: string }
  | { readonly kind: 'passkey'; readonly credentialId: string; readonly prf: string };

/** It can be unlocked, but only be read. */
export type Trouble = 'older' | 'damaged';

const TROUBLE: Readonly<Record<Trouble, ErrorCode>> = {
  older: 'vault-older',
  damaged: 'vault-damaged',
};

interface ProofProps {
  readonly unlock: (secret: Secret) => Promise<UnlockAnswer>;
  /** Asks for a touch; absent without a passkey. */
  readonly touch:
    | (() => Promise<{ readonly credentialId: string; readonly prf: string }>)
    | undefined;
  /** Unix time, ms. */
  readonly now: () => number;
  readonly onOpen: () => void;
  /** What the button does, where it is not 'Unlock'. */
  readonly submitLabel?: string;
  readonly of?: 'backup';
  readonly firstWay?: UnlockWay;
}

/** Asks for a secret and does with it what the caller says. */
export function ProofForm({ unlock, touch, now, onOpen, ...form }: ProofProps) {
  const { outcome, busy, attempt } = useUnlock(onOpen, now);
  return (
    <UnlockForm
      outcome={outcome}
      busy={busy}
      {...form}
      onPassphrase={(passphrase) => attempt(() => unlock({ kind: 'passphrase', passphrase }))}
      onRecoveryCode={(recoveryCode) =>
        attempt(() => unlock({ kind: 'recovery-code', recoveryCode }))
      }
      onPasskey={
        touch && (() => attempt(async () => unlock({ kind: 'passkey', ...(await touch()) })))
      }
    />
  );
}

interface OpenFormProps extends ProofProps {
  readonly trouble: Trouble | undefined;
  /** Other ways on, below. */
  readonly children?: ComponentChildren;
}

/** The window that opens a locked vault, and says beforehand if something is wrong with it. */
export function OpenForm({ trouble, children, ...proof }: OpenFormProps) {
  const { words, errorWords } = useLanguage();
  return (
    <main class="view">
      <h1>{words('unlock_title')}</h1>
      {trouble && (
        <Note look="warning">
          <p>{errorWords(TROUBLE[trouble])}</p>
        </Note>
      )}
      <ProofForm {...proof} />
      {children}
    </main>
  );
}
