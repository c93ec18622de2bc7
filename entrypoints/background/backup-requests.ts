import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { BackupView } from '../../lib/protocol/views.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import type { Latch } from './lock-controller.ts';

type BackupHandlers = Pick<
  OwnHandlers,
  | 'backupMake'
  | 'backupKept'
  | 'backupLook'
  | 'backupPreview'
  | 'backupAdd'
  | 'backupRestore'
  | 'archiveDelete'
>;

/** Needs the vault open. */
export async function backupView(vault: Vault): Promise<BackupView> {
  const state = await vault.backup.state();
  return { ...state, missing: state.missing.length };
}

/** Saving the vault in a file, and what comes back out of one. */
export function backupRequests(vault: Vault, latch: Latch): BackupHandlers {
  const { backup } = vault;
  return {
    backupMake: () => backup.make(),
    backupKept: async ({ madeMs }) => {
      await backup.kept(madeMs);
      await latch.used();
    },
    backupLook: ({ text }) => backup.look(text),
    backupPreview: ({ text, proof }) => backup.preview(text, proof),
    backupAdd: async ({ text, proof }) => {
      const answer = await backup.add(text, proof);
      await latch.used();
      return answer;
    },
    backupRestore: async ({ text, proof, first }) => {
      const answer = await backup.restore(text, proof, first);
      if (answer.kind === 'open') await latch.opened();
      return answer;
    },
    archiveDelete: () => backup.deleteArchive(),
  };
}
