import type { ComponentChildren } from 'preact';
import { ErrorNote } from '../../components/ui/note.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords } from '../../components/ui/words.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';

interface OpenVaultOnlyProps {
  readonly vault: VaultView;
  readonly children: ComponentChildren;
}

/** Shows a section that needs an open vault, or the way to open it: once it is open, the section comes by itself. */
export function OpenVaultOnly({ vault, children }: OpenVaultOnlyProps) {
  const words = useWords();
  const task = useTask();
  if (vault.state === 'open') return <>{children}</>;
  return (
    <section class="form">
      <p>{words(vault.state === 'absent' ? 'options_absent' : 'options_locked')}</p>
      <div class="actions">
        <button
          type="button"
          class="button button-primary"
          onClick={() => task.run(() => ask('unlockOpen', {}))}
        >
          {words(vault.state === 'absent' ? 'unlock_window_protect' : 'unlock_open')}
        </button>
      </div>
      <ErrorNote code={task.errorCode} />
    </section>
  );
}
