import type { BackupSecret } from '../../../../lib/vault/backup/backup.ts';
import type { Vault } from '../../../../lib/vault/vault.ts';
import { writeBackup, type WrittenAccount } from '../independent-writer.ts';
import { START_MS } from '../memory-ports.ts';
import { PASSPHRASE } from '../samples.ts';

export const SECRET = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
export const ALICE: WrittenAccount = {
  secret: Buffer.from('secret of alice 1234'),
  issuer: 'TP-Link',
  label: 'alice@example.com',
};
export const BOB: WrittenAccount = {
  secret: Buffer.from('secret of bob 567890'),
  issuer: 'Büro 東京',
  label: 'bob@example.com',
  algorithm: 'SHA-512',
  digits: 8,
  periodSeconds: 60,
  note: 'Main gate\nnight shift',
  tags: ['Harbour'],
};

/** A backup that another program made on another computer. */
export function foreign(
  accounts: readonly WrittenAccount[],
  seed = 'another computer',
  version: 1 | 2 = 2,
) {
  return writeBackup({ seed, passphrase: PASSPHRASE, madeMs: START_MS, accounts, version });
}

/** Its secret is told apart by the code it makes: no secret ever leaves the vault. */
export async function codesOf(vault: Vault): Promise<Record<string, string>> {
  const views = await vault.accounts('live');
  const rows = await vault.codes(
    views.map(({ id }) => id),
    START_MS,
  );
  return Object.fromEntries(rows.map(({ account, code }) => [account.label, code?.digits ?? '']));
}

export function byCode(recoveryCode: string): BackupSecret {
  return { kind: 'recovery-code', recoveryCode };
}
