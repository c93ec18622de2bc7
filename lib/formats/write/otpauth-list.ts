import type { NewAccount } from '../../otp/account.ts';
import { formatOtpauthUri } from '../../otp/uri.ts';

/** A set-up link on each line, which most authenticators read. Every kind of account fits. */
export function writeOtpauthList(accounts: readonly NewAccount[]): string {
  return accounts.map((account) => `${exportedLink(account)}\n`).join('');
}

/** Aegis and Ente know Steam by the type steam, KeePassXC by the encoder: one link says both. */
export function exportedLink(account: NewAccount): string {
  const link = formatOtpauthUri(account);
  return account.type === 'steam' ? `${link}&encoder=steam` : link;
}
