import { type Bytes } from '../../crypto/bytes.ts';
import { findBase64 } from '../../base64.ts';

/** Own properties of a JSON object; a parsed '__proto__' is an ordinary name here. */
export type Fields = ReadonlyMap<string, unknown>;

/** The value of a JSON text, or undefined: JSON has no undefined of its own. */
export function findJson(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

export function findFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map<string, unknown>(Object.entries(value))
    : undefined;
}

export function findText(value: unknown, maxLength: number): string | undefined {
  return typeof value === 'string' && value.length <= maxLength ? value : undefined;
}

/** A list of at most `maxCount` texts. */
export function findTexts(
  value: unknown,
  maxCount: number,
  maxLength: number,
): string[] | undefined {
  if (!Array.isArray(value) || value.length > maxCount) return undefined;
  const texts: string[] = [];
  for (const item of value) {
    const text = findText(item, maxLength);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

/** A whole number from 0 to 2^53 - 1. */
export function findCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** A list of at most `maxCount` such numbers. */
export function findCounts(value: unknown, maxCount: number): number[] | undefined {
  if (!Array.isArray(value) || value.length > maxCount) return undefined;
  const counts = value.map(findCount).filter((count) => count !== undefined);
  return counts.length === value.length ? counts : undefined;
}

export function findBytes(value: unknown, length?: number): Bytes | undefined {
  const bytes = typeof value === 'string' ? findBase64(value) : undefined;
  return length === undefined || bytes?.length === length ? bytes : undefined;
}

/** An identifier of `bytes` random bytes in base64url. */
export function findId(value: unknown, bytes: number): string | undefined {
  const length = Math.ceil((bytes * 4) / 3);
  return typeof value === 'string' && value.length === length && /^[\w-]+$/.test(value)
    ? value
    : undefined;
}
