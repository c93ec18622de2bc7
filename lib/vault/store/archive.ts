import { AppError } from '../../errors.ts';
import { ASIDE_PREFIX, INDEX, RECORD_PREFIX, TRIES, VAULT_PREFIX } from '../format/item-names.ts';
import type { VaultPorts } from './ports.ts';

/**
 * The items of the vault as they are to be written under names of their own,
 * and the names of what was copied. Throws 'vault-not-copied' where more than
 * a single record cannot be read.
 */
export async function copiesAside({
  records,
  nowMs,
}: Pick<VaultPorts, 'records' | 'nowMs'>): Promise<{
  readonly copies: Readonly<Record<string, string>>;
  readonly names: readonly string[];
}> {
  const prefix = `${ASIDE_PREFIX}${nowMs()}/`;
  const copies: Record<string, string> = {};
  const copied: string[] = [];
  for (const name of await records.keys()) {
    if (!name.startsWith(VAULT_PREFIX) || name === INDEX || name === TRIES) continue;
    try {
      const { [name]: value } = await records.get([name]);
      if (value === undefined) continue;
      copies[prefix + name] = typeof value === 'string' ? value : JSON.stringify(value);
      copied.push(name);
    } catch {
      // A record stays where it is: the new ones have other names.
      if (!name.startsWith(RECORD_PREFIX)) throw new AppError('vault-not-copied');
    }
  }
  return { copies, names: copied };
}

/**
 * Puts the vault aside: copies first, read back, and only then is the place
 * free for another. Killed at any point, the vault is where it was, or aside,
 * or both. Inside the lock of the store.
 * Throws 'vault-not-copied', 'vault-full', 'storage-failed'.
 */
export async function putAside(ports: VaultPorts): Promise<void> {
  const { records } = ports;
  const { copies, names } = await copiesAside(ports);
  await records.set(copies);
  const stored = await records.get(Object.keys(copies));
  for (const [name, copy] of Object.entries(copies)) {
    if (stored[name] !== copy) throw new AppError('storage-failed');
  }
  try {
    // Else what lies aside could be opened by whoever copies the profile.
    await ports.computerKey.clear();
    // Before the vault goes: a mark without a vault would say that one is missing.
    await ports.mark.clear();
    await records.remove([...names, INDEX, TRIES]);
  } catch {
    throw new AppError('storage-failed');
  }
}
