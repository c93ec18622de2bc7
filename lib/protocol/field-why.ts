/**
 * Why a field of a page was or was not chosen, as a script in that page tells
 * it. A page may have taken its renderer over: all that comes is held against
 * closed lists and bounds, so that no word of a page can travel in it.
 */
import * as v from 'valibot';
import { PURPOSES } from '../page/field/purposes.ts';
import { REFUSALS } from '../page/field/refusals.ts';
import { WEIGHTS } from '../page/field/weights.ts';

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

/** foreign: under a page of another site, or sealed off; unreadable: not what our script would say. */
export type FrameWhy = Readonly<v.InferOutput<typeof frame>> | { readonly kind: 'unreadable' };

/** What a frame's script answered; anything unexpected in it costs the whole answer. */
export function parseFrameWhy(answer: unknown): FrameWhy {
  const result = v.safeParse(frame, answer);
  return result.success ? result.output : { kind: 'unreadable' };
}
