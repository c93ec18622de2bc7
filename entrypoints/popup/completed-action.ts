import type { MessageKey } from '../../lib/language/messages.ts';
import type { Undo } from '../../lib/protocol/undo.ts';

/** What was just done, and how it is undone. */
export interface CompletedAction {
  readonly words: MessageKey;
  /** A whole sentence in place of the words. */
  readonly text?: string;
  /** The account that it was done with, whose name stands in the words. */
  readonly name?: string | undefined;
  readonly undo?: Undo;
  /** backup: one was made, and the browser does not tell whether it has saved the file. */
  readonly again?: 'backup';
  /** The account that was saved: its row takes the focus, which a screen reader says. */
  readonly savedId?: string;
}
