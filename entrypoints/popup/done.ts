import type { MessageKey } from '../../components/ui/words.ts';

/** What was just done, and the account it may be undone for. */
export interface Done {
  readonly words: MessageKey;
  readonly undoBin?: string;
}
