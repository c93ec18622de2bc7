import { UnlockForm } from '../../components/unlock/unlock-form.tsx';
import { useUnlock } from '../../components/unlock/use-unlock.ts';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';

/** Opens a locked vault. */
export function OpenScreen({ onOpen }: { readonly onOpen: () => void }) {
  const words = useWords();
  const { outcome, busy, attempt } = useUnlock(onOpen, Date.now);
  return (
    <main>
      <h1>{words('unlock_title')}</h1>
      <UnlockForm
        outcome={outcome}
        busy={busy}
        onPassphrase={(passphrase) =>
          attempt(() => ask('unlock', { kind: 'passphrase', passphrase }))
        }
        onRecoveryCode={(recoveryCode) =>
          attempt(() => ask('unlock', { kind: 'recovery-code', recoveryCode }))
        }
      />
    </main>
  );
}
