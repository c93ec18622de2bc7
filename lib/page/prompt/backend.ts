/** What a prompt needs of the background. */
import type { FieldPlace } from '../dom/position-in-tab.ts';
import type { FoundField } from '../field/find-field.ts';

/** A code to put in, dead at `validUntilMs` (Unix time). */
export interface GivenCode {
  readonly digits: string;
  readonly validUntilMs: number;
}

/** once: the page's own button is pressed after filling, at most once a prompt. */
export type Submit = 'never' | 'once';

export type PromptStep =
  | { readonly kind: 'fill'; readonly code: GivenCode; readonly submit: Submit }
  | { readonly kind: 'wait'; readonly untilMs: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'offer' }
  /** The page refused a code; the next one comes at `untilMs`. */
  | { readonly kind: 'refused'; readonly untilMs: number }
  | { readonly kind: 'none' };

/** What the background says unasked: a code that the user asked for in our own window, or when to ask again. */
export type PushedStep = Extract<PromptStep, { readonly kind: 'fill' | 'wait' }>;

/** Facts of a prompt that the background decides by; names and numbers, no text of the page. */
export interface PromptFacts {
  readonly verdict: FoundField['verdict'];
  readonly boxes: number;
  readonly maxLength: number;
  readonly type: string;
  readonly signals: readonly string[];
  /** Whether the page complains at the field. */
  readonly complaint: 'shown' | 'none';
  /** held: the user still fills other fields of the same form. */
  readonly readiness: 'ready' | 'held';
}

/** gone: the prompt left. gone-unserved: before any code was put into it. sent-and-gone: the page took the code. */
export type PromptOutcome =
  | 'filled'
  | 'not-filled'
  | 'refused'
  | 'gone'
  | 'gone-unserved'
  | 'sent-and-gone';

/** Rejects once the extension was updated under us. */
export interface PromptBackend {
  /** A prompt is there, or has something new; without facts it is the field the user pointed at. */
  readonly report: (promptId: string, facts: PromptFacts | undefined) => Promise<PromptStep>;
  /** The user pressed our button. */
  readonly take: (promptId: string, press: 'fill' | 'use-site-clock') => Promise<PromptStep>;
  /** The user pressed the button that opens a window of ours; says where he finds it. */
  readonly open: (promptId: string, at: FieldPlace | undefined) => Promise<'window' | 'toolbar'>;
  /** Our code stands unsent in the field, and is dead. */
  readonly renew: (promptId: string) => Promise<PromptStep>;
  readonly outcome: (promptId: string, outcome: PromptOutcome) => Promise<unknown>;
  /** After a refusal: how far the site's clock is ahead, ms, where that is worth telling. */
  readonly compareClocks: () => Promise<number | undefined>;
  /** The page took the code: the log-in is over. */
  readonly signInOver: () => void;
  readonly findField: () => FoundField | undefined;
  /** Unix time, ms. */
  readonly nowMs: () => number;
}
