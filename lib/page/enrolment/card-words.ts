import type { ErrorCode } from '../../errors.ts';

/** The card's words: the message key is `offer_` and this. */
export type CardWord =
  | 'found'
  | 'save'
  | 'review'
  | 'review_hint'
  | 'kept'
  | 'kept_hint'
  | 'dismiss'
  | 'dismissed'
  | 'dismissed_hint'
  | 'same_name'
  | 'same_name_hint'
  | 'replace'
  | 'keep_both'
  | 'same_secret'
  | 'fill'
  | 'saving'
  | 'unlocking'
  | 'unlocking_hint'
  | 'show_window'
  | 'toolbar'
  | 'waiting'
  | 'waiting_hint'
  | 'filled'
  | 'filled_hint'
  | 'to_type'
  | 'confirmed'
  | 'confirmed_hint'
  | 'back_up'
  | 'refused'
  | 'refused_hint'
  | 'fill_next'
  | 'unreadable'
  | 'unreadable_hint'
  | 'failed'
  | 'covered'
  | 'early'
  | 'undo'
  | 'replaced'
  | 'replaced_hint'
  | 'undone'
  | 'undone_hint'
  | 'close';

/** Where the words come from: the entrypoint hands in the browser's messages. */
export interface CardWords {
  say(word: CardWord): string;
  error(code: ErrorCode): string;
  readonly direction: 'ltr' | 'rtl';
}
