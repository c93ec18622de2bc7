/** What a prompt needs of the background. */
import type { PromptFacts } from '../../policy/prompt-memory.ts';
import type { FieldPlace } from '../../policy/window-place.ts';
import type { PageRequests, PromptAnswer } from '../../protocol/page-messages.ts';
import type { FoundField } from '../field/find-field.ts';

/** What the background says unasked: a code that the user asked for in our own window, or when to ask again. */
export type PushedAnswer = Extract<PromptAnswer, { readonly kind: 'fill' | 'wait' }>;

/** gone: the prompt left. gone-unserved: before any code was put into it. sent-and-gone: the page took the code. */
type PromptOutcome = Parameters<PageRequests['promptOutcome']>[0]['outcome'];

/** Rejects once the extension was updated under us. */
export interface PromptBackend {
  /** A prompt is there, or has something new; without facts it is the field the user pointed at. */
  readonly report: (promptId: string, facts: PromptFacts | undefined) => Promise<PromptAnswer>;
  /** The user pressed our button. */
  readonly take: (promptId: string, press: 'fill' | 'use-site-clock') => Promise<PromptAnswer>;
  /** The user pressed the button that opens a window of ours; says where he finds it. */
  readonly open: (promptId: string, at: FieldPlace | undefined) => Promise<'window' | 'toolbar'>;
  /** Our code stands unsent in the field, and is dead. */
  readonly renew: (promptId: string) => Promise<PromptAnswer>;
  readonly outcome: (promptId: string, outcome: PromptOutcome) => Promise<unknown>;
  /** After a refusal: how far the site's clock is ahead, ms, where that is worth telling. */
  readonly compareClocks: () => Promise<number | undefined>;
  /** The page took the code: the log-in is over. */
  readonly signInOver: () => void;
  readonly findField: () => FoundField | undefined;
  /** Unix time, ms. */
  readonly nowMs: () => number;
}
