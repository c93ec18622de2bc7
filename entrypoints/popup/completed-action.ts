import type { MessageKey } from '../../lib/language/messages.ts';
import type { Undo } from '../../lib/protocol/undo.ts';

/** What was just done, and how it is undone. */
export interface CompletedAction {
  readonly words: MessageKey;
  /** A whole sentence in place of the words. */
  readonly text?: string;
  readonly undo?: Undo;
  /** The account that was saved: its row takes the focus, which a screen reader says. */
  readonly savedId?: string;
}
