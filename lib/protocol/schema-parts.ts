/**
 * Every ask is unknown until parsed: unknown keys, wrong types and oversized
 * values are refused as 'request-malformed'. These are the parts of which
 * page-schemas.ts and own-schemas.ts are made.
 */
import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { ALGORITHMS } from '../otp/account.ts';

export type RequestParsers<Requests> = {
  readonly [Name in keyof Requests]: Requests[Name] extends (ask: infer Ask) => unknown
    ? (ask: unknown) => Ask
    : never;
};

export function parser<Output>(schema: v.GenericSchema<unknown, Output>): (ask: unknown) => Output {
  return (ask) => {
    const result = v.safeParse(schema, ask);
    if (!result.success) throw new AppError('request-malformed');
    return result.output;
  };
}

export const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
export const list = (item: v.GenericSchema<unknown, string>, length: number) =>
  v.pipe(v.array(item), v.maxLength(length));
export const id = text(64);
export const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const nothing = parser(v.strictObject({}));
export const duplicate = v.exactOptional(v.picklist(['replace', 'keep-both']));

const algorithm = v.picklist(ALGORITHMS);
/** How the codes of an account are made. */
export const timed = {
  type: v.picklist(['totp', 'steam']),
  algorithm,
  digits: index,
  periodSeconds: index,
};
export const counted = { type: v.literal('hotp'), algorithm, digits: index, counter: index };

/** px of a screen; those of a second screen may be below zero. */
const position = v.pipe(v.number(), v.safeInteger(), v.minValue(-100_000), v.maxValue(100_000));
const extent = v.pipe(index, v.minValue(100), v.maxValue(10_000));
/** Of a window. */
export const bounds = v.strictObject({
  left: position,
  top: position,
  width: extent,
  height: extent,
});
