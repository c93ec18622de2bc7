import type { MessageKey } from '../../lib/language/messages.ts';
import { ask } from '../../lib/protocol/client.ts';

export interface Undo {
  /** The account that comes out of the bin again. */
  readonly restore: string;
  /** The account that had taken its place. */
  readonly bin?: string;
}

/** What was just done, and how it is undone. */
export interface CompletedAction {
  readonly words: MessageKey;
  /** A whole sentence in place of the words. */
  readonly text?: string;
  readonly undo?: Undo;
}

export async function undoAction({ restore, bin }: Undo): Promise<void> {
  await ask('accountRestore', { id: restore });
  if (bin !== undefined) await ask('accountBin', { id: bin });
}
