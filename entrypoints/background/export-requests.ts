import { AppError } from '../../lib/errors.ts';
import { type RandomBytes, wipe } from '../../lib/crypto/bytes.ts';
import { writeAegis, writeEncryptedAegis } from '../../lib/formats/write/aegis.ts';
import { writeOtpauthList } from '../../lib/formats/write/otpauth-list.ts';
import type { Account } from '../../lib/otp/account.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { ExportFileForm, LeftOutAccount } from '../../lib/protocol/export-views.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import type { Core } from './core.ts';

type ExportHandlers = Pick<OwnHandlers, 'exportFile'>;

const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Takes accounts to other apps, after proof: what leaves is a whole file, never a secret by itself. */
export function exportRequests(
  { vault, nowMs }: Core,
  deadline: { readonly noteUse: () => Promise<void> },
): ExportHandlers {
  return {
    exportFile: async ({ form, ids, passphrase = '', proof }) => {
      if ((form === 'aegis-encrypted') !== (passphrase !== '')) {
        throw new AppError('request-malformed');
      }
      const answer = await vault.exportAccounts(ids, proof);
      if (answer.kind !== 'open') return answer;
      const { accounts } = answer;
      try {
        const text = await writeFile(form, accounts, passphrase);
        const leftOut = await unreadableOf(vault, ids, accounts);
        await deadline.noteUse();
        return { kind: 'open', text, madeMs: nowMs(), accounts: accounts.length, leftOut };
      } finally {
        wipe(...accounts.map(({ secret }) => secret));
      }
    },
  };
}

async function writeFile(
  form: ExportFileForm,
  accounts: readonly Account[],
  passphrase: string,
): Promise<string> {
  switch (form) {
    case 'otpauth':
      return writeOtpauthList(accounts);
    case 'aegis':
      return writeAegis(accounts, randomBytes);
    case 'aegis-encrypted':
      return writeEncryptedAegis(accounts, passphrase, randomBytes);
    default:
      return form satisfies never;
  }
}

/** Chosen, but not among the accounts that could be read. Throws 'vault-locked' after a lock meanwhile. */
async function unreadableOf(
  vault: Vault,
  ids: readonly string[],
  accounts: readonly Account[],
): Promise<readonly LeftOutAccount[]> {
  const wanted = new Set(ids);
  for (const { id } of accounts) wanted.delete(id);
  const views = await vault.accounts('live');
  return views
    .filter(({ id }) => wanted.has(id))
    .map(({ issuer, label }) => ({ issuer, label, why: 'unreadable' }));
}
