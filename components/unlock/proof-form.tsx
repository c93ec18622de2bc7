import type { UnlockAnswer, UnlockSecret } from '../../lib/protocol/vault-views.ts';
import { UnlockForm, type UnlockMethod } from './unlock-form.tsx';
import { useUnlock } from './use-unlock.ts';

export interface ProofFormProps {
  readonly unlock: (secret: UnlockSecret) => Promise<UnlockAnswer>;
  /** Asks for a touch of a passkey; undefined where no passkey can be used. */
  readonly touch:
    | (() => Promise<{ readonly credentialId: string; readonly prf: string }>)
    | undefined;
  /** Unix time, ms. */
  readonly now: () => number;
  readonly onOpen: () => void;
  /** The words of the button, where they are not 'Unlock'. */
  readonly submitLabel?: string;
  /** plain: another button of the screen is its first one. */
  readonly submitLook?: 'plain';
  /** Whose secret is asked for, where it is not the vault's. */
  readonly of?: 'backup';
  readonly firstMethod?: UnlockMethod;
}

/** Asks for a secret that proves who the user is, and gives it to the caller. */
export function ProofForm({ unlock, touch, now, onOpen, ...form }: ProofFormProps) {
  const { attempt, ...unlocking } = useUnlock(onOpen, now);
  return (
    <UnlockForm
      {...unlocking}
      {...form}
      onPassphrase={(passphrase) =>
        attempt('passphrase', () => unlock({ kind: 'passphrase', passphrase }))
      }
      onRecoveryCode={(recoveryCode) =>
        attempt('recovery-code', () => unlock({ kind: 'recovery-code', recoveryCode }))
      }
      onPasskey={
        touch &&
        (() => attempt('passkey', async () => unlock({ kind: 'passkey', ...(await touch()) })))
      }
    />
  );
}
