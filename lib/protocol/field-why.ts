/**
 * Why a field of a page was or was not chosen, as a script in that page tells
 * it. A page may have taken its renderer over: all that comes is held against
 * closed lists and bounds, so that no word of a page can travel in it.
 */
import * as v from 'valibot';

/** All signals of lib/page/field/weights.ts. */
export const SIGNALS = [
  'one-time-code',
  'six boxes',
  'seven or eight boxes',
  'length 6',
  'length 7 or 8',
  'length 9 to 12',
  'long',
  'size 6 to 8',
  'six signs',
  'digits by pattern',
  'digits by keyboard',
  'digits by type',
  'masked type',
  'alone',
  'with others',
  'in a long form',
  'password beside',
  'passwords beside',
  'address beside',
  'square image',
  'trust box',
  'own: second factor',
  'own: one-time',
  'own: code',
  'own: authentication',
  'own: app',
  'own: sent',
  'own: backup',
  'own: only backup',
  'own: other',
  'own: device',
  'own: device alone',
  'said: second factor',
  'said: authenticator',
  'said: one-time',
  'said: code from an app',
  'said: scan',
  'said: another thing',
  'said: sent',
  'said: channel',
  'said: masked address',
  'said: sent to a masked address',
  'said: backup',
  'said: again',
  'six digits said',
  'title: second factor',
  'id: second factor',
  'id: code',
  'id: channel',
  'id: backup',
  'id: other',
  'moment: sign-in',
  'moment: enrolment',
] as const;

/** What forbids a code in a field, whatever else speaks for it. */
export const REFUSALS = [
  'hidden',
  'inert',
  'zero-size',
  'no window',
  'off-screen',
  'clipped',
  'covered',
  'read-only',
  'autocomplete',
  'role',
  'suggestions',
  'inputmode',
  'holds something else',
  'too short',
  'too long',
  'bounded number',
  'pattern',
] as const;

const PURPOSES = [
  'none',
  'other',
  'one-time-code',
  'off',
  'on',
  'username',
  'email',
  'tel',
  'name',
  'new-password',
  'current-password',
  'postal-code',
] as const;

const points = v.pipe(v.number(), v.finite(), v.minValue(-100), v.maxValue(100));
const count = (most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));

const field = v.strictObject({
  boxes: count(8),
  type: v.picklist(['text', 'tel', 'number', 'password']),
  purpose: v.picklist(PURPOSES),
  score: points,
  verdict: v.picklist(['chosen', 'too-weak', 'second', 'ruled-out']),
  against: v.exactOptional(v.picklist(REFUSALS)),
  signals: v.pipe(
    v.array(v.strictObject({ name: v.picklist(SIGNALS), weight: points })),
    v.maxLength(SIGNALS.length),
  ),
});

const frame = v.variant('kind', [
  v.strictObject({
    kind: v.literal('fields'),
    threshold: points,
    /** The best must lead the next by this. */
    lead: points,
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
