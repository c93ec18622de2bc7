import { AppError, type ErrorCode, errorCodeOf } from '../../errors.ts';
import type { Account } from '../../otp/account.ts';
import { printableName } from '../../otp/name.ts';
import { type RandomBytes, wipe } from '../../crypto/bytes.ts';
import { getChecked } from '../format/account-fields.ts';
import { type BackupFile, backupText, parseBackup } from '../format/backup-file.ts';
import { ID_BYTES } from '../format/item-names.ts';
import { findHead, type Head, headText } from '../format/head.ts';
import { findCount, findFields, findId, findText } from '../format/parse.ts';
import { findEnvelopeJson, type ManifestEntry, sealEnvelope } from '../format/manifest.ts';
import type { VaultPorts } from '../store/ports.ts';
import { prove } from '../unlock/proof.ts';
import type { OpenedContents } from '../store/record-reader.ts';
import { findAccount, findRecord, recordHash } from '../format/record.ts';
import type { UnlockAnswer, UnlockSecret } from '../model.ts';
import { uncountAttempt } from '../unlock/failed-attempts.ts';
import { type DerivedKeys, deriveKeys } from '../format/derived-keys.ts';

/** What opens a backup wherever it is: the other ways in are bound to a computer or a browser. */
export type BackupSecret = Extract<UnlockSecret, { kind: 'passphrase' | 'recovery-code' }>;

/** What a backup file holds. Whoever opened it wipes the secrets. */
export interface OpenedBackup {
  readonly kind: 'open';
  readonly madeMs: number;
  /** In a backup of some accounts, how many the vault had. */
  readonly of?: number;
  readonly keys: DerivedKeys;
  readonly accounts: readonly Account[];
  readonly refused: readonly RefusedAccount[];
}

/** An account of a backup that no vault takes in, and why; nameless where it can't be read. */
export interface RefusedAccount {
  readonly issuer: string;
  readonly label: string;
  readonly code: ErrorCode;
}

/**
 * The text of a backup of these records, tried before it is given: parsed,
 * opened and decrypted. No secret is asked for, and none but the vault's own
 * ciphertext goes in.
 */
export async function sealBackup(
  { keys, contents }: OpenedContents,
  records: ReadonlyMap<string, string>,
  { madeMs, of }: Pick<OpenedBackup, 'madeMs' | 'of'>,
  randomBytes: RandomBytes,
): Promise<string> {
  const entries: (readonly [string, number, string])[] = [];
  for (const [id, text] of records) {
    const record = findRecord(id, text);
    if (!record) throw new AppError('unexpected');
    entries.push([id, record.stamp.rev, await recordHash(record)]);
  }
  const { vaultId, keyId } = keys;
  const slots = contents.head.slots.filter(({ use }) => isPortable(use.type));
  if (slots.length === 0) throw new AppError('vault-damaged');
  const value = { records: entries, ...(of === undefined ? {} : { of }) };
  const sealed = await sealEnvelope(backupKind(keys), madeMs, value, randomBytes);
  const text = backupText({
    madeMs,
    head: await headText({ vaultId, keyId, slots }),
    contents: sealed.sealed,
    records,
  });
  const found = await readBackup(parseBackup(text), keys);
  for (const { secret } of found.accounts) wipe(secret);
  if (found.accounts.length !== records.size) throw new AppError('unexpected');
  return text;
}

/** Another `use` than the manifest's own: a backup's list put into the store is no manifest. */
function backupKind({ manifest: key, vaultId }: DerivedKeys): Parameters<typeof sealEnvelope>[0] {
  return { key, vaultId, use: 'backup' };
}

function isPortable(type: string): boolean {
  return type === 'passphrase' || type === 'recovery-code';
}

/** When it was made, as the file says; nothing is authentic yet. Throws what parseBackup throws. */
export async function lookAtBackup(text: string): Promise<{ readonly madeMs: number }> {
  const file = parseBackup(text);
  await getBackupHead(file);
  return { madeMs: file.madeMs };
}

/**
 * Opens a backup by a secret of its own. A passphrase is counted and delayed
 * like one for the vault, else this would be the way round that delay; one
 * that opens the file gives back its own try and no other.
 * Throws what parseBackup throws, 'kdf-parameters-refused', 'recovery-code-malformed'.
 */
export async function openBackup(
  ports: VaultPorts,
  text: string,
  secret: BackupSecret,
): Promise<OpenedBackup | Exclude<UnlockAnswer, { kind: 'open' }>> {
  const file = parseBackup(text);
  const head = await getBackupHead(file);
  // A recovery code was not counted.
  const onProven = secret.kind === 'passphrase' ? uncountAttempt : async (): Promise<void> => {};
  const proof = await prove(ports, [head], secret, { onProven }).catch(asBackup);
  if (proof.kind !== 'open') return proof;
  const keys = await deriveKeys(proof.vaultKey, head.vaultId);
  wipe(proof.vaultKey);
  if (keys.keyId !== head.keyId) throw new AppError('backup-damaged');
  return readBackup(file, keys);
}

async function getBackupHead({ head }: BackupFile): Promise<Head> {
  const found = await findHead(head, undefined).catch(asBackup);
  if (!found) throw new AppError('backup-damaged');
  return found;
}

/** The words for a damaged vault would send the user to the wrong place. */
function asBackup(thrown: unknown): never {
  if (thrown instanceof AppError && thrown.code === 'vault-damaged') {
    throw new AppError('backup-damaged');
  }
  if (thrown instanceof AppError && thrown.code === 'vault-newer-version') {
    throw new AppError('backup-newer-version');
  }
  throw thrown;
}

async function readBackup(file: BackupFile, keys: DerivedKeys): Promise<OpenedBackup> {
  const accounts: Account[] = [];
  const refused: RefusedAccount[] = [];
  const { entries, ...part } = await getEntries(file, keys);
  for (const [id, entry] of entries) {
    const account = await findEntry(file, keys, id, entry);
    if (!account) {
      refused.push({ issuer: '', label: '', code: 'account-unreadable' });
      continue;
    }
    try {
      // Who knows the passphrase may also have made the file.
      accounts.push(getChecked(account));
    } catch (thrown) {
      const { issuer, label, secret } = account;
      wipe(secret);
      const code = errorCodeOf(thrown);
      refused.push({ issuer: printableName(issuer), label: printableName(label), code });
    }
  }
  return { kind: 'open', madeMs: file.madeMs, ...part, keys, accounts, refused };
}

/** Undefined for a record that is missing, another's, or not as it was written. */
async function findEntry(
  { records }: BackupFile,
  keys: DerivedKeys,
  id: string,
  { rev, hash }: ManifestEntry,
): Promise<Account | undefined> {
  const record = findRecord(id, records.get(id));
  if (record?.stamp.rev !== rev || hash !== (await recordHash(record))) return undefined;
  const account = await findAccount(keys, record);
  return account === 'deleted' ? undefined : account;
}

/** Throws 'backup-damaged': then nothing says which records belong to it. */
async function getEntries(
  { madeMs, contents }: BackupFile,
  keys: DerivedKeys,
): Promise<Pick<OpenedBackup, 'of'> & { readonly entries: ReadonlyMap<string, ManifestEntry> }> {
  const envelope = { generation: madeMs, sealed: contents };
  const fields = findFields(await findEnvelopeJson(backupKind(keys), envelope));
  const listed = fields?.get('records');
  if (!Array.isArray(listed)) throw new AppError('backup-damaged');
  const entries = new Map<string, ManifestEntry>();
  for (const item of listed) {
    if (!Array.isArray(item)) throw new AppError('backup-damaged');
    const [idValue, revValue, hashValue]: unknown[] = item;
    const id = findId(idValue, ID_BYTES);
    const rev = findCount(revValue);
    const hash = findText(hashValue, 44);
    if (!id || rev === undefined || hash === undefined) throw new AppError('backup-damaged');
    entries.set(id, { rev, hash });
  }
  const of = findCount(fields?.get('of'));
  return { entries, ...(of === undefined ? {} : { of }) };
}
