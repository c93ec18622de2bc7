import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { BackupView } from '../../lib/protocol/vault-views.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import type { LockController } from './lock-controller.ts';

type BackupHandlers = Pick<
  OwnHandlers,
  | 'backupMake'
  | 'backupKept'
  | 'backupLook'
  | 'backupPreview'
  | 'backupAdd'
  | 'backupRestore'
  | 'archiveState'
  | 'archiveDelete'
>;

/** How well the open vault could be got back. Throws 'vault-locked'. */
export async function backupView(vault: Vault): Promise<BackupView> {
  const state = await vault.backup.state();
  return { ...state, missing: state.missing.length };
}

/** Saves the vault in a backup file, and restores from one. */
export function backupRequests(vault: Vault, lock: LockController): BackupHandlers {
  const { backup } = vault;
  return {
    backupMake: () => backup.make(),
    backupKept: async ({ madeMs }) => {
      await backup.kept(madeMs);
      await lock.noteUse();
    },
    backupLook: ({ text }) => backup.look(text),
    backupPreview: ({ text, proof }) => backup.preview(text, proof),
    backupAdd: async ({ text, proof }) => {
      const answer = await backup.add(text, proof);
      await lock.noteUse();
      return answer;
    },
    backupRestore: async ({ text, proof, first }) => {
      const answer = await backup.restore(text, proof, first);
      if (answer.kind === 'open') await lock.finishUnlock();
      return answer;
    },
    archiveState: () => backup.archived(),
    archiveDelete: () => backup.deleteArchive(),
  };
}
