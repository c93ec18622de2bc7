import { describe, expect, test } from 'vitest';
import {
  hasSentSignal,
  isKnownPrompt,
  pathWithoutIds,
  roomOf,
  signatureText,
  withRemembered,
  type PromptFacts,
} from '../../../lib/policy/prompt-memory.ts';

const facts: PromptFacts = {
  verdict: 'offer',
  boxes: 1,
  maxLength: 6,
  type: 'text',
  signals: ['length 6', 'own: code'],
  complaint: 'none',
  readiness: 'ready',
};
const textOf = (change: Partial<PromptFacts> = {}, path = '/login/*'): string =>
  signatureText('https://nvr.local', path, { ...facts, ...change });

test.each([
  ['https://nvr.local/login/verify', '/login/verify'],
  ['https://nvr.local/login/4711/verify?next=/admin#top', '/login/*/verify'],
  ['https://nvr.local/t/6f1c0e7e-2a51-4a52-9a52-5d3d9f1f2b11', '/t/*'],
  ['https://nvr.local/tenants/averylongtokenwithoutdigits/code', '/tenants/*/code'],
  ['https://nvr.local/', '/'],
  ['https://nvr.local/#/login/4711/code?from=mail', '/#/login/*/code'],
  ['', ''],
])('of %s the path is %s', (url, path) => {
  expect(pathWithoutIds(url)).toBe(path);
});

describe('two prompts are the same', () => {
  test('whatever the order of their signals, and whether the page complains', () => {
    expect(textOf({ signals: facts.signals.toReversed(), complaint: 'shown' })).toBe(textOf());
  });

  test.each<[string, string]>([
    ['with another path', textOf({}, '/step-up')],
    ['with another shape', textOf({ boxes: 6, maxLength: 1 })],
    ['with another signal', textOf({ signals: [...facts.signals, 'square image'] })],
  ])('but not %s', (_title, text) => {
    expect(text).not.toBe(textOf());
  });
});

describe('a code was sent', () => {
  test.each(['own: sent', 'near: sent', 'masked contact named', 'id: channel', 'countdown'])(
    'by %s',
    (name) => {
      expect(hasSentSignal({ signals: ['length 6', name] })).toBe(true);
    },
  );

  test.each([
    'own: code',
    'app, nothing sent',
    'link: channel',
    'link: resend',
    'below: sent',
    'masked type',
  ])('not by %s', (name) => {
    expect(hasSentSignal({ signals: ['length 6', name] })).toBe(false);
  });
});

test('of a site the newest prompts are remembered, each once', () => {
  const many = Array.from({ length: 40 }, (_, index) => `prompt-${index}`);
  const list = many.reduce<ReturnType<typeof withRemembered>>(
    (known, id, index) => withRemembered(known, id, index),
    [],
  );
  expect(list.map(({ id }) => id)).toEqual(many.slice(-32));
  const again = withRemembered(list, 'prompt-20', 99);
  expect(again).toHaveLength(32);
  expect(again.at(-1)).toEqual({ id: 'prompt-20', rememberedMs: 99 });
});

test('a prompt that the register knows by path and shape is known, unless its code was sent', () => {
  const known = [{ path: '/login/*', boxes: 1, maxLength: 6 }];
  expect(isKnownPrompt(known, '/login/*', facts)).toBe(true);
  expect(isKnownPrompt(known, '/admin', facts)).toBe(false);
  expect(isKnownPrompt(known, '/login/*', { ...facts, boxes: 6 })).toBe(false);
  expect(isKnownPrompt(known, '/login/*', { ...facts, signals: ['own: sent'] })).toBe(false);
  expect(isKnownPrompt(undefined, '/login/*', facts)).toBe(false);
});

test.each([
  [
    { boxes: 6, maxLength: 1 },
    { least: 6, most: 6 },
  ],
  [
    { boxes: 6, maxLength: 6 },
    { least: 6, most: 6 },
  ],
  [
    { boxes: 2, maxLength: 3 },
    { least: 6, most: 6 },
  ],
  [
    { boxes: 1, maxLength: 8 },
    { least: 1, most: 8 },
  ],
  [
    { boxes: 1, maxLength: -1 },
    { least: 1, most: Number.MAX_SAFE_INTEGER },
  ],
])('a field of %o has room for %o', (look, room) => {
  expect(roomOf({ ...facts, ...look })).toEqual(room);
});
