import type { Random } from './random.ts';

/** Pieces that have broken parsers before. */
const SCRAPS = [
  '',
  '%',
  '%00',
  '%zz',
  '%E2%80%AE',
  '\u0000',
  '\u202e',
  '\ud800',
  '\ufeff',
  '\u2028',
  'e\u0301',
  'İ',
  'ﬀ',
  '𝟚',
  '&&&',
  '====',
  '__proto__',
  'constructor',
  'prototype',
  '?secret=',
  '&secret=AAAA',
  '&__proto__=1',
  '&digits=1e9',
  '&period=-0',
  'otpauth://',
  'otpauth-migration://offline?data=',
  ':',
  '//',
  '\\',
  '"',
  '{',
  '[[[[[[[[[[[[[[[[',
  'null',
  '1e400',
  '-1',
  '9007199254740993',
  '<img src=x onerror=alert(1)>',
  ' '.repeat(64),
  'A'.repeat(3000),
  'a@'.repeat(600),
  '(('.repeat(400),
];

/** `text` with a few cuts, doublings, swaps and scraps. */
export function mutatedText(random: Random, text: string): string {
  let result = text;
  for (let rounds = 1 + random.below(4); rounds > 0; rounds--) {
    const from = random.below(result.length + 1);
    const to = Math.min(result.length, from + random.below(12));
    const before = result.slice(0, from);
    switch (random.below(6)) {
      case 0:
        result = before + result.slice(to);
        break;
      case 1:
        result = before + random.pick(SCRAPS) + result.slice(from);
        break;
      case 2:
        result = before + random.pick(SCRAPS) + result.slice(to);
        break;
      case 3:
        result = before + result.slice(from, to).repeat(1 + random.below(40)) + result.slice(to);
        break;
      case 4:
        result = before + String.fromCharCode(random.below(0x10000)) + result.slice(from + 1);
        break;
      default:
        result = result.slice(to) + before;
    }
  }
  return result.slice(0, 20_000);
}

const VALUES: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 0,
  () => -1,
  () => -0,
  () => NaN,
  () => Infinity,
  () => 1e308,
  () => 2 ** 53,
  () => 0.5,
  () => '',
  () => true,
  () => [],
  () => ({}),
  () => Object.create(null),
  () => JSON.parse('{"__proto__":{"polluted":1}}'),
  () => JSON.parse('{"constructor":{"prototype":{"polluted":1}}}'),
  () => Array.from({ length: 5000 }, () => '__proto__'),
  () => nested(3000),
  () => 'x'.repeat(100_000),
  () => ({ toString: null, valueOf: null }),
  () => ({ length: 1e9 }),
];

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

function hostileValue(random: Random): unknown {
  return random.pick(VALUES)();
}

/** A copy of a JSON value in which some parts are hostile, gone, renamed or swapped. */
export function mutatedValue(random: Random, value: unknown): unknown {
  const odds = random.next();
  if (odds < 0.06) return hostileValue(random);
  if (typeof value === 'string') return odds < 0.5 ? mutatedText(random, value) : value;
  if (typeof value === 'number') {
    return odds < 0.4 ? value * random.pick([-1, 0.5, 1e6, 1e300, 2 ** 32, NaN]) : value;
  }
  if (Array.isArray(value)) return value.map((item) => mutatedValue(random, item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
    const change = random.below(20);
    if (change === 0) return [];
    const mutated = mutatedValue(random, item);
    if (change === 1) return [[random.pick(['__proto__', 'constructor', `${name} `]), mutated]];
    return [[name, mutated]];
  });
  if (random.below(8) === 0)
    entries.push([random.pick(['__proto__', 'extra']), hostileValue(random)]);
  // Own properties, '__proto__' included, as JSON.parse and structured clone make them.
  const copy = {};
  for (const [name, item] of entries) {
    Object.defineProperty(copy, name, {
      value: item,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy;
}

/** A JSON text that was changed as a value, as a text, or not at all. */
export function mutatedJson(random: Random, text: string): string {
  if (random.below(3) === 0) return mutatedText(random, text);
  try {
    return JSON.stringify(mutatedValue(random, JSON.parse(text))) ?? '';
  } catch {
    // Too deep for JSON.stringify: a text of that depth does as well.
    return '['.repeat(5000);
  }
}
