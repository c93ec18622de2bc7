import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';
import { shortenLockMinutes } from '../../lib/policy/administrator.ts';
import { formatOtpauthUri } from '../../lib/otp/uri.ts';
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
export function keyRequests(vault: Vault): KeyHandlers {
  const { keys, repair } = vault;
  return {
    passphraseChange: ({ proof, passphrase }) => keys.changePassphrase(proof, passphrase),
    recoveryReissue: ({ proof }) => keys.reissueRecoveryCode(proof),
    passkeyAdd: ({ proof, passkey }) => keys.addPasskey(proof, passkey),
    passkeyRename: ({ credentialId, name }) => keys.renamePasskey(credentialId, name),
    passkeyRemove: ({ credentialId }) => keys.removePasskey(credentialId),
    lockMinutes: ({ minutes }) => keys.setLockMinutes(minutes),
    keepUnlocked: ({ proof }) => keys.keepUnlocked(proof),
    keepUnlockedStop: () => keys.stopKeepingUnlocked(),
    repairKeepReadable: async () => ({ dropped: (await repair.keepReadable()).length }),
    repairAcceptOlder: () => repair.acceptOlder(),
    repairStartOver: () => repair.startOver(),
    vaultArchive: () => repair.archive(),
    showQr: async ({ id, proof }) => {
      const answer = await vault.exportSecret(id, proof);
      if (answer.kind !== 'open') return answer;
      const qr = encodeQr(formatOtpauthUri(answer.account));
      answer.account.secret.fill(0);
      return { kind: 'open', qr };
    },
  };
}
