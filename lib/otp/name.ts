import { AppError } from '../errors.ts';

/** UTF-16 units, as `maxlength` of an input counts them. */
export const MAX_NAME = 128;

/**
 * Control (Cc), format (Cf: bidi overrides, zero-width, soft hyphen), lone
 * surrogates (Cs), line and paragraph separators (Zl, Zp). With them one
 * account could be made to look like another, or to break out of its row.
 */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * A text without the space around it; throws 'label-forbidden-character'.
 * The check comes first: trim() would take a byte order mark off silently.
 */
export function getTrimmed(text: string): string {
  if (FORBIDDEN.test(text)) throw new AppError('label-forbidden-character');
  return text.trim();
}

/**
 * An issuer or label as it may be kept and shown: space around it taken off,
 * nothing inside it changed. Throws 'label-too-long' or
 * 'label-forbidden-character'.
 */
export function getName(text: string): string {
  const name = getTrimmed(text);
  if (name.length > MAX_NAME) throw new AppError('label-too-long');
  return name;
}

/** A refused name as it may still be shown: cut, and every forbidden character a mark. */
export function printableName(text: string): string {
  return text.slice(0, MAX_NAME).replaceAll(new RegExp(FORBIDDEN, 'gu'), '\u{FFFD}');
}
