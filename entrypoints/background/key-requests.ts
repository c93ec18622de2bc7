import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';
import { shortenLockMinutes } from '../../lib/policy/administrator.ts';
import { exportedLink } from '../../lib/formats/write/otpauth-list.ts';
import { encodeQr } from '../../lib/qr/encode.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import type { Core } from './core.ts';
import { backupView } from './backup-requests.ts';

type KeyHandlers = Pick<
  OwnHandlers,
  | 'passphraseChange'
  | 'recoveryReissue'
  | 'passkeyAdd'
  | 'passkeyRename'
  | 'passkeyRemove'
  | 'lockMinutes'
  | 'keepUnlocked'
  | 'keepUnlockedStop'
  | 'repairKeepReadable'
  | 'repairAcceptOlder'
  | 'repairStartOver'
  | 'vaultArchive'
  | 'showQr'
>;

/** All that our own pages may know of the vault without a secret, whatever state it is in. */
export async function vaultView({ vault, administrator }: Core): Promise<VaultView> {
  const { state, access, quarantined } = await vault.status();
  const readable = state === 'locked' || state === 'open' || state === 'older';
  return {
    state,
    access,
    quarantined: quarantined.length,
    keyId: readable ? (await vault.keys.getHead()).keyId : '',
    passkeys: readable ? await vault.keys.passkeys() : [],
    lockMinutes:
      state === 'open'
        ? shortenLockMinutes(await administrator.policy(), await vault.keys.lockMinutes())
        : 0,
    keepUnlocked: readable && (await vault.keys.isKeptUnlocked()) ? 'on' : 'off',
    oldData: vault.keys.oldData,
    ...(state === 'open' ? { backup: await backupView(vault) } : {}),
  };
}

/** Changes how the vault is unlocked, repairs it, and shows one secret as a QR code. */
export function keyRequests(
  vault: Vault,
  deadline: { readonly noteUse: () => Promise<void> },
): KeyHandlers {
  const { keys, repair } = vault;
  /** Whoever has just proven who it is, or changed a way in, is at work: the time until the lock begins anew. */
  const asUse = async <Answer extends { readonly kind: string } | void>(
    work: Promise<Answer>,
  ): Promise<Answer> => {
    const answer = await work;
    // A new recovery code comes only with this answer, whatever becomes of the deadline.
    if (!answer || answer.kind === 'open') await deadline.noteUse().catch(() => undefined);
    return answer;
  };
  return {
    passphraseChange: ({ proof, passphrase }) => asUse(keys.changePassphrase(proof, passphrase)),
    recoveryReissue: ({ proof }) => asUse(keys.reissueRecoveryCode(proof)),
    passkeyAdd: ({ proof, passkey }) => asUse(keys.addPasskey(proof, passkey)),
    passkeyRename: ({ credentialId, name }) => asUse(keys.renamePasskey(credentialId, name)),
    passkeyRemove: ({ credentialId }) => asUse(keys.removePasskey(credentialId)),
    lockMinutes: ({ minutes }) => keys.setLockMinutes(minutes),
    keepUnlocked: ({ proof }) => keys.keepUnlocked(proof),
    keepUnlockedStop: () => keys.stopKeepingUnlocked(),
    repairKeepReadable: async () => ({ dropped: (await repair.keepReadable()).length }),
    repairAcceptOlder: () => repair.acceptOlder(),
    repairStartOver: () => repair.startOver(),
    vaultArchive: () => repair.archive(),
    showQr: async ({ id, proof }) => {
      const answer = await asUse(vault.exportSecret(id, proof));
      if (answer.kind !== 'open') return answer;
      try {
        return { kind: 'open', qr: encodeQr(exportedLink(answer.account)) };
      } finally {
        answer.account.secret.fill(0);
      }
    },
  };
}
