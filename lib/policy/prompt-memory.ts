/**
 * Prompts that the user took an offer of, and whose page then accepted the
 * code: the next one that looks the same is filled by itself. Only a keyed hash
 * of what it looks like is kept, no text of the page.
 */

import type { KnownPrompt } from '../sites/site.ts';

/**
 * Facts of a prompt, as its page script reports them, by which the background
 * decides: names of signals and numbers, no text of the page.
 */
export interface PromptFacts {
  /** What the finder says: fill by itself, or offer at most. */
  readonly verdict: 'fill' | 'offer';
  readonly boxes: number;
  readonly maxLength: number;
  readonly type: string;
  readonly signals: readonly string[];
  /** Whether the page complains at the field. */
  readonly complaint: 'shown' | 'none';
  /** held: the user still fills other fields of the same form. */
  readonly readiness: 'ready' | 'held';
}

/** A prompt that is remembered, with its keyed hash as id. */
export interface RememberedPrompt {
  readonly id: string;
  readonly rememberedMs: number;
}

/** More prompts than a site has; the oldest ones are forgotten. */
const REMEMBERED_MAX = 32;

/** Signals that the code was sent by mail or SMS, or of whom it was sent to. */
const SENT_SIGNAL = /\b(?:sent|channel|masked|contact|countdown|address)\b/;
/**
 * Signals whose names hold such a word and say the contrary, or that pages of an
 * authenticator's code have as well: a link or a sentence below the field about
 * another way to sign in, an address of whoever signs in, a field that hides
 * what is typed. They are part of the signature, so that a page that gains one
 * is another prompt.
 */
const NOT_SENT_SIGNAL = /\bnothing sent\b|^(?:link|below): |^contact named$|^masked type$/;

/** A prompt for a code that was sent is neither remembered nor filled by itself. */
export function hasSentSignal({ signals }: Pick<PromptFacts, 'signals'>): boolean {
  return signals.some((name) => SENT_SIGNAL.test(name) && !NOT_SENT_SIGNAL.test(name));
}

/**
 * Words of scanning beside the field are an enrolment's as a rule, whose QR code may come later than the
 * field, or not be readable: a code of an account that is saved already would be wrong there.
 */
export function saysScan({ signals }: Pick<PromptFacts, 'signals'>): boolean {
  return signals.includes('near: scan');
}

/** Parts of a path that are an id: with a digit in them, or longer than a word. */
const ID_PART = /\d|.{25}/;

/** The path of `url`, and its route where that stands behind a '#', with '*' for each part that may be an id. */
export function pathWithoutIds(url: string): string {
  const { pathname, hash } = URL.canParse(url) ? new URL(url) : { pathname: '', hash: '' };
  const route = hash.startsWith('#/') ? hash.replace(/\?.*/, '') : '';
  return `${pathname}${route}`
    .split('/')
    .map((part) => (ID_PART.test(part) ? '*' : part))
    .join('/');
}

/** What a field looks like, whatever stands round it. */
export function shapeOf({ boxes, maxLength, type }: PromptFacts): string {
  return `${boxes}/${maxLength}/${type}`;
}

/** How many characters a code may have to fit into the field. */
export function roomOf({ boxes, maxLength }: PromptFacts): {
  readonly least: number;
  readonly most: number;
} {
  // Boxes hold a character each, or a group of three or four; a longer limit is that of a paste.
  const each = maxLength === 3 || maxLength === 4 ? maxLength : 1;
  if (boxes > 1) return { least: boxes * each, most: boxes * each };
  return { least: 1, most: maxLength > 0 ? maxLength : Number.MAX_SAFE_INTEGER };
}

/** Where a prompt stands, and what its field looks like: hashed, the first half of its signature. */
export function placeText(origin: string, path: string, facts: PromptFacts): string {
  return JSON.stringify([origin, path, shapeOf(facts)]);
}

/** All that tells prompts apart, hashed the second half: two with the same text are the same prompt. */
export function signatureText(origin: string, path: string, facts: PromptFacts): string {
  return JSON.stringify([origin, path, shapeOf(facts), facts.signals.toSorted()]);
}

/** Whether the register of sites knows this prompt. */
export function isKnownPrompt(
  known: readonly KnownPrompt[] | undefined,
  path: string,
  facts: PromptFacts,
): boolean {
  if (known === undefined || hasSentSignal(facts)) return false;
  return known.some(
    (each) =>
      each.path === path && each.boxes === facts.boxes && each.maxLength === facts.maxLength,
  );
}

/** `list` with `id` as its newest. */
export function withRemembered(
  list: readonly RememberedPrompt[],
  id: string,
  nowMs: number,
): readonly RememberedPrompt[] {
  const others = list.filter((known) => known.id !== id);
  return [...others, { id, rememberedMs: nowMs }].slice(-REMEMBERED_MAX);
}
