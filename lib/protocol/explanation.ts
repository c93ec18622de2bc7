/**
 * Why a field of a page was or was not chosen, as a script in that page tells
 * it. A page may have taken its renderer over: all that comes is held against
 * closed lists and bounds, so that no word of a page can travel in it.
 */
import * as v from 'valibot';
import { PURPOSES } from '../page/field/purposes.ts';
import { REFUSALS } from '../page/field/refusals.ts';
import { WEIGHTS } from '../page/field/weights.ts';
import type { VaultState } from './vault-views.ts';
import type { SiteView } from './views.ts';

const SIGNAL_NAMES = Object.keys(WEIGHTS);

const points = v.pipe(v.number(), v.finite(), v.minValue(-100), v.maxValue(100));
const count = (most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));

const field = v.strictObject({
  boxes: count(8),
  type: v.picklist(['text', 'tel', 'number', 'password', 'textarea', 'contenteditable']),
  purpose: v.picklist(PURPOSES),
  score: points,
  verdict: v.picklist(['fill', 'offer', 'too-weak', 'second', 'ruled-out']),
  against: v.exactOptional(v.picklist(REFUSALS)),
  signals: v.pipe(
    v.array(v.strictObject({ name: v.picklist(SIGNAL_NAMES), weight: points })),
    v.maxLength(SIGNAL_NAMES.length),
  ),
});

const frame = v.variant('kind', [
  v.strictObject({
    kind: v.literal('fields'),
    /** Points needed to offer a code, and to fill it. */
    offer: points,
    fill: points,
    /** Fields left out of `fields`. */
    more: count(10_000),
    fields: v.pipe(v.array(field), v.maxLength(12)),
  }),
  v.strictObject({ kind: v.literal('foreign') }),
]);

/** A candidate for a code, as the finder sees it; no word of the page is in it. */
export type FieldExplanation = Readonly<v.InferOutput<typeof field>>;

/** foreign: under a page of another site, or sealed off; unreadable: not what our script would say. */
export type FrameExplanation =
  | Readonly<v.InferOutput<typeof frame>>
  | { readonly kind: 'unreadable' };

/** What a frame's script answered; anything unexpected in it costs the whole answer. */
export function parseFrameExplanation(answer: unknown): FrameExplanation {
  const result = v.safeParse(frame, answer);
  return result.success ? result.output : { kind: 'unreadable' };
}

/** An open tab of a site, named by its host and nothing else of its page. */
export interface SiteTab {
  readonly tabId: number;
  readonly host: string;
  /** From 1, as the tabs stand in their window. */
  readonly place: number;
}

/** Why the fields of a tab were or were not filled. */
export interface TabExplanation {
  readonly host: string;
  readonly vault: VaultState;
  /** The user's own log-in on this tab; old: too long ago to speak for a code. over: the page took its code. */
  readonly signIn: 'fresh' | 'old' | 'none' | 'refused' | 'over';
  readonly fill: SiteView['settings']['fill'];
  /** sent-code: no field asks for an app's code, and one for a code that was sent to the user. */
  readonly asks?: 'sent-code';
  /** The page itself first. */
  readonly frames: readonly FrameExplanation[];
}
