import { FileRefusal } from './refusal.ts';

/** Real files nest seven deep. */
const MAX_DEPTH = 32;
/** 10,000 accounts of twenty fields are a fifth of this. */
const MAX_VALUES = 1_000_000;

export type JsonObject = Readonly<Record<string, unknown>>;

/** Throws FileRefusal 'damaged' or 'too-large'; the bounds are checked before a value is built. */
export function parseJson(text: string): unknown {
  checkShape(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser quotes what it read.
    throw new FileRefusal('damaged');
  }
}

/** Counts brackets and commas outside strings. */
function checkShape(text: string): void {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(text, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth += 1;
        values += 1;
        if (depth > MAX_DEPTH) throw new FileRefusal('damaged');
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth -= 1;
        break;
      case 0x2c: // ,
        values += 1;
        break;
      default:
    }
  }
  if (values > MAX_VALUES) throw new FileRefusal('too-large');
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== 0x22) {
    at += text.charCodeAt(at) === 0x5c ? 2 : 1;
  }
  return at;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field the file itself wrote: what every object inherits ('constructor') is no field. */
export function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function hasFields(value: unknown, ...names: readonly string[]): boolean {
  return isObject(value) && names.every((name) => Object.hasOwn(value, name));
}

/** '' for anything that is neither text nor number. */
export function textOf(value: unknown, name: string): string {
  const field = fieldOf(value, name);
  if (typeof field === 'number') return String(field);
  return typeof field === 'string' ? field : '';
}

/** The elements of an array field; throws FileRefusal 'damaged' for anything else. */
export function listOf(value: unknown, name: string): readonly unknown[] {
  const field = fieldOf(value, name);
  if (!Array.isArray(field)) throw new FileRefusal('damaged');
  return field as readonly unknown[];
}

/** Whether some of the first elements of an array have the look of a format's entries. */
export function someOf(value: unknown, looksRight: (element: unknown) => boolean): boolean {
  return Array.isArray(value) && value.slice(0, 100).some((element) => looksRight(element));
}
