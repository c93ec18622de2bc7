import { AppError } from '../../errors.ts';
import {
  ARCHIVE_PREFIX,
  INDEX,
  RECORD_PREFIX,
  FAILED_ATTEMPTS,
  VAULT_PREFIX,
} from '../format/item-names.ts';
import type { VaultPorts } from './ports.ts';

/**
 * Copies of the vault's items under names in the archive, still to be written,
 * and the names of the items that were copied. Throws 'vault-not-copied' where more than
 * a single record cannot be read.
 */
export async function archiveCopies({
  records,
  nowMs,
}: Pick<VaultPorts, 'records' | 'nowMs'>): Promise<{
  readonly copies: Readonly<Record<string, string>>;
  readonly names: readonly string[];
}> {
  const prefix = `${ARCHIVE_PREFIX}${nowMs()}/`;
  const copies: Record<string, string> = {};
  const copied: string[] = [];
  for (const name of await records.keys()) {
    if (!name.startsWith(VAULT_PREFIX) || name === INDEX || name === FAILED_ATTEMPTS) continue;
    try {
      const { [name]: value } = await records.get([name]);
      if (value === undefined) continue;
      copies[prefix + name] = typeof value === 'string' ? value : JSON.stringify(value);
      copied.push(name);
    } catch {
      // An unreadable record stays where it is: records of a new vault have other names.
      if (!name.startsWith(RECORD_PREFIX)) throw new AppError('vault-not-copied');
    }
  }
  return { copies, names: copied };
}

/**
 * Moves the vault into the archive: copies first, read back, and only then is
 * the place free for another. Killed at any point, the vault is where it was, or archived,
 * or both. Inside the lock of the store.
 * Throws 'vault-not-copied', 'vault-full', 'storage-failed'.
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
    // The generation mark goes before the vault: a mark without a vault means 'missing'.
    await ports.generationMark.clear();
    await records.remove([...names, INDEX, FAILED_ATTEMPTS]);
  } catch {
    throw new AppError('storage-failed');
  }
}
