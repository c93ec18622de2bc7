import { AppError } from '../../lib/errors.ts';
import { type RandomBytes, wipe } from '../../lib/crypto/bytes.ts';
import { writeAegis, writeEncryptedAegis } from '../../lib/formats/write/aegis.ts';
import { writeGoogleCodes } from '../../lib/formats/write/google.ts';
import { exportedLink, writeOtpauthList } from '../../lib/formats/write/otpauth-list.ts';
import type { Account } from '../../lib/otp/account.ts';
import { encodeQr, MAX_QR_BYTES } from '../../lib/qr/encode.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type {
  ExportCode,
  ExportCodeForm,
  ExportFileForm,
  LeftOutAccount,
} from '../../lib/protocol/export-views.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import type { Core } from './core.ts';

type ExportHandlers = Pick<OwnHandlers, 'exportFile' | 'exportBackup' | 'exportCodes'>;

const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** Takes accounts out, after proof: what leaves is a whole file or QR codes, never a secret by itself. */
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
    exportBackup: async ({ ids, proof }) => {
      const answer = await vault.backup.makeChosen(ids, proof);
      if (answer.kind !== 'open') return answer;
      await deadline.noteUse();
      const { unread, ...made } = answer;
      const leftOut = unread.map((view) => ({ ...namesOf(view), why: 'unreadable' as const }));
      return { ...made, leftOut };
    },
    exportCodes: async ({ form, ids, proof }) => {
      const answer = await vault.exportAccounts(ids, proof);
      if (answer.kind !== 'open') return answer;
      const { accounts } = answer;
      try {
        const { codes, unfit, why } = codesOf(form, accounts);
        const leftOut: readonly LeftOutAccount[] = [
          ...unfit.map((account) => ({ ...namesOf(account), why })),
          ...(await unreadableOf(vault, ids, accounts)),
        ];
        await deadline.noteUse();
        return { kind: 'open', codes, leftOut };
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

function codesOf(
  form: ExportCodeForm,
  accounts: readonly Account[],
): {
  readonly codes: readonly ExportCode[];
  readonly unfit: readonly Account[];
  readonly why: LeftOutAccount['why'];
} {
  if (form === 'google') {
    const { codes, unsupported } = writeGoogleCodes(accounts, newBatchId());
    return {
      codes: codes.map((code) => codeOf(code.accounts, code.uri)),
      unfit: unsupported,
      why: 'unsupported',
    };
  }
  const links = accounts.map((account) => ({ account, link: exportedLink(account) }));
  const { fit = [], tooLong = [] } = Object.groupBy(links, ({ link }) =>
    link.length > MAX_QR_BYTES ? 'tooLong' : 'fit',
  );
  return {
    codes: fit.map(({ account, link }) => codeOf([account], link)),
    unfit: tooLong.map(({ account }) => account),
    why: 'too-long',
  };
}

function codeOf(accounts: readonly Account[], uri: string): ExportCode {
  return { accounts: accounts.map(namesOf), qr: encodeQr(uri) };
}

function namesOf({
  issuer,
  label,
}: Pick<Account, 'issuer' | 'label'>): Pick<LeftOutAccount, 'issuer' | 'label'> {
  return { issuer, label };
}

/** Positive, as apps that read it as a number without a sign have it too. */
function newBatchId(): number {
  return new DataView(randomBytes(4).buffer).getUint32(0) >>> 1;
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
