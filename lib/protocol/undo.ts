import { ask } from './client.ts';
import type { OwnRequests } from './own-messages.ts';

/** How a saving or a move to the trash is taken back. */
export interface Undo {
  /** The account that comes out of the bin again. */
  readonly restore: string;
  /** The account that had taken its place. */
  readonly bin?: string;
}

/** How the saving of a scan is taken back; undefined where it has replaced no account. */
export function undoOf({
  id,
  replacedId,
}: Awaited<ReturnType<OwnRequests['saveScan']>>): Undo | undefined {
  return replacedId === undefined ? undefined : { restore: replacedId, bin: id };
}

/** Throws AppError. */
export async function undoAction({ restore, bin }: Undo): Promise<void> {
  await ask('accountRestore', { id: restore, ...(bin === undefined ? {} : { bin }) });
}
