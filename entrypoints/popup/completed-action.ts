import type { MessageKey } from '../../components/ui/words.ts';

/** What was just done, and the account that undoing it takes out of the bin again. */
export interface CompletedAction {
  readonly words: MessageKey;
  readonly undoBin?: string;
}
