import { AppError } from '../../errors.ts';
import {
  ARCHIVE_PREFIX,
  FAILED_ATTEMPTS,
  HEAD,
  HEAD_COPY,
  HEAD_SPARE,
  INDEX,
  MANIFEST,
  MANIFEST_PREVIOUS,
  VAULT_PREFIX,
} from '../format/item-names.ts';
import { readGenerationMark } from './generation-mark.ts';
import { UNREADABLE } from './guarded-store.ts';
import type { RecordStore, VaultPorts } from './ports.ts';

const FIXED_NAMES: readonly string[] = [
  HEAD,
  HEAD_COPY,
  MANIFEST,
  MANIFEST_PREVIOUS,
  INDEX,
  FAILED_ATTEMPTS,
];

/** Without the names of records where the browser gives none, because a part cannot be read. */
async function vaultNames(records: RecordStore): Promise<readonly string[]> {
  const names = await records.keys().catch(() => FIXED_NAMES);
  return names.filter((name) => name.startsWith(VAULT_PREFIX));
}

/**
 * Copies of the vault's items and of the head outside of the store under names
 * in the archive, still to be written, and the names of the items that were copied. An item that the browser cannot
 * read stays where it lies: Chromium writes over none either (measured), and
 * what takes its place goes elsewhere (lib/browser/vault-records.ts).
 */
export async function archiveCopies({
  records,
  headCopy,
  nowMs,
}: Pick<VaultPorts, 'records' | 'headCopy' | 'nowMs'>): Promise<{
  readonly copies: Readonly<Record<string, string>>;
  readonly names: readonly string[];
}> {
  const prefix = `${ARCHIVE_PREFIX}${nowMs()}/`;
  const copies: Record<string, string> = {};
  const copied: string[] = [];
  for (const name of await vaultNames(records)) {
    if (name === INDEX || name === FAILED_ATTEMPTS) continue;
    const { [name]: value } = await records.get([name]);
    if (value === undefined || value === UNREADABLE) continue;
    copies[prefix + name] = typeof value === 'string' ? value : JSON.stringify(value);
    copied.push(name);
  }
  // It may be the only head that still opens what is kept.
  const spare = copied.length > 0 ? await headCopy.read().catch(() => undefined) : undefined;
  if (spare !== undefined) copies[prefix + HEAD_SPARE] = spare;
  return { copies, names: copied };
}

/**
 * Moves the vault into the archive: copies first, read back, and only then is
 * the place free for another. Killed at any point, the vault is where it was,
 * or archived, or both. Inside the lock of the store.
 * Throws 'vault-full', 'storage-failed'.
 */
export async function archiveVault(ports: VaultPorts): Promise<void> {
  const { records } = ports;
  const { copies, names } = await archiveCopies(ports);
  await records.set(copies);
  const stored = await records.get(Object.keys(copies));
  for (const [name, copy] of Object.entries(copies)) {
    if (stored[name] !== copy) throw new AppError('storage-failed');
  }
  try {
    // Else whoever copies the profile could open the archived vault.
    await ports.computerKey.clear();
    await clearGenerationMark(ports);
    await ports.headCopy.clear();
    await records.remove([...new Set([...names, ...FIXED_NAMES])]);
  } catch {
    throw new AppError('storage-failed');
  }
}

/**
 * The generation mark goes before the vault, because a mark without a vault means
 * 'missing'. Where its store is damaged, it is as good as gone when nobody can read it.
 */
async function clearGenerationMark(ports: VaultPorts): Promise<void> {
  try {
    await ports.generationMark.clear();
  } catch (thrown) {
    if (await readGenerationMark(ports)) throw thrown;
  }
}
