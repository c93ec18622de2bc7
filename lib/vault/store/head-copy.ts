import type { DerivedKeys } from '../format/derived-keys.ts';
import { HEAD, HEAD_COPY } from '../format/item-names.ts';
import { isWholeHead } from './contents.ts';
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

/**
 * For a vault whose copy was never written, or was lost. A copy that is whole
 * stays: the head in the store may have been changed by somebody else.
 */
export async function keepHeadCopy(
  { records, headCopy }: Pick<VaultPorts, 'records' | 'headCopy'>,
  keys: DerivedKeys,
): Promise<void> {
  const [items, copy] = await Promise.all([
    records.get([HEAD]),
    headCopy.read().catch(() => undefined),
  ]);
  if (items[HEAD] === copy || (await isWholeHead(copy, keys))) return;
  if (await isWholeHead(items[HEAD], keys)) await writeHeadCopy({ headCopy }, items);
}

/**
 * After a secret opened the vault by the copy alone: the heads in the store are
 * not what was written, and would stand in the way again. Inside the lock of the store.
 */
export async function putBackHead(
  { records, headCopy }: Pick<VaultPorts, 'records' | 'headCopy'>,
  keys: DerivedKeys,
): Promise<void> {
  const copy = await headCopy.read();
  if (copy === undefined || !(await isWholeHead(copy, keys))) return;
  await records.set({ [HEAD]: copy, [HEAD_COPY]: copy });
}
