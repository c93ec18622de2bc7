import { HEAD } from '../format/item-names.ts';
import type { VaultPorts } from './ports.ts';

/**
 * Copies the head out of the store after a write that changed it. The copy only
 * helps where the browser can no longer read the head: without it the vault is
 * saved all the same.
 */
export async function writeHeadCopy(
  { headCopy }: Pick<VaultPorts, 'headCopy'>,
  items: Readonly<Record<string, unknown>>,
): Promise<void> {
  const text = items[HEAD];
  if (typeof text === 'string') await headCopy.write(text).catch(() => undefined);
}

/** For a vault whose copy was never written, or was lost. */
export async function keepHeadCopy({
  records,
  headCopy,
}: Pick<VaultPorts, 'records' | 'headCopy'>): Promise<void> {
  const [items, copy] = await Promise.all([
    records.get([HEAD]),
    headCopy.read().catch(() => undefined),
  ]);
  if (items[HEAD] !== copy) await writeHeadCopy({ headCopy }, items);
}
