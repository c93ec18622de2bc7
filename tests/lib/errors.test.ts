import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AppError, errorCodeOf } from '../../lib/errors.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

/** The union is gone at run time, so the codes are read from the source; the compiler holds them too. */
const source = readFileSync(new URL('../../lib/errors.ts', import.meta.url), 'utf8');
const [union = ''] = /export type ErrorCode =[\s\S]*?;/.exec(source) ?? [];
const codes = [...union.matchAll(/^ {2}\| '([a-z0-9-]+)'/gm)].map(([, code]) => code ?? '');
const words: Readonly<Record<string, { readonly message: string }>> = messages;
const keyOf = (code: string): string => `error_${code.replaceAll('-', '_')}`;

test('the codes were found in the source', () => {
  expect(codes.length).toBeGreaterThan(40);
  expect(new Set(codes).size).toBe(codes.length);
});

describe('every error code has its words', () => {
  test.each(codes)('%s', (code) => {
    const message = words[keyOf(code)]?.message ?? '';
    // A sentence a guard on night shift understands: no code, no jargon of ours.
    expect(message).toMatch(/^[A-Z].*[.!]$/);
    expect(message).not.toContain(code);
    expect(message.length).toBeGreaterThan(20);
  });
});

test('no words are left of a code that is gone', () => {
  const known = new Set(codes.map(keyOf));
  const left = Object.keys(words).filter((key) => key.startsWith('error_') && !known.has(key));
  expect(left).toEqual([]);
});

test('what is not ours is unexpected, whatever it says', () => {
  expect(errorCodeOf(new AppError('vault-full'))).toBe('vault-full');
  for (const thrown of [new Error('JBSWY3DPEHPK3PXP'), 'vault-full', undefined, { code: 'x' }]) {
    expect(errorCodeOf(thrown)).toBe('unexpected');
  }
});
