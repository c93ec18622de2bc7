import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  Administrator,
  boundLockMinutes,
  isSiteAllowed,
  parsePolicy,
  POLICY_KEYS,
} from '../../../lib/policy/administrator.ts';

/** Of each key a good value, and what is malformed. */
const VALUES: Readonly<Record<string, readonly [good: unknown, ...bad: readonly unknown[]]>> = {
  sites: [
    ['https://nvr.example.com:8443'],
    'https://nvr.example.com',
    ['nvr.example.com'],
    ['https://nvr.example.com/'],
    ['http://nvr.example.com'],
    ['https://*/*'],
    [7],
  ],
  allowOtherSites: [false, 'false', 0],
  lockMinutesMax: [30, 0, 1441, 7.5, '30'],
  allowKeepUnlocked: [false, 'no'],
  allowExport: [false, null],
  exportFileTypes: [['aegis-encrypted'], 'aegis', [''], [{}]],
  allowImport: [false, 1],
  importFileTypes: [['Aegis'], {}, [1]],
  passphraseStrengthMin: [4, 1, 5, '4'],
  requirePasskey: [true, 'true'],
  backupReminder: [false, []],
  supportAddress: [
    'mailto:help@example.com',
    'javascript:alert(1)',
    'http://example.com',
    'help',
    '',
  ],
  language: ['en', 'tlh', 'EN', '', ['en']],
};

test('every key is tried here, and is in the published schema', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../../public/managed-schema.json', import.meta.url), 'utf8'),
  ) as { readonly properties: object };
  expect(Object.keys(VALUES)).toEqual(POLICY_KEYS);
  expect(Object.keys(schema.properties)).toEqual(POLICY_KEYS);
});

describe.each(Object.entries(VALUES))('%s', (key, [good, ...bad]) => {
  test('is taken where it is well-formed', () => {
    expect(parsePolicy({ [key]: good })).toEqual({ policy: { [key]: good }, refused: [] });
  });

  test.each(bad.map((value) => [JSON.stringify(value), value]))('is refused as %s', (_, value) => {
    // The one beside it holds all the same.
    const other = key === 'allowImport' ? { allowExport: false } : { allowImport: false };
    expect(parsePolicy({ ...other, [key]: value })).toEqual({ policy: other, refused: [key] });
  });
});

test('a key that nobody knows is named, and does nothing', () => {
  expect(parsePolicy({ lockMinutes: 5, allowExport: false })).toEqual({
    policy: { allowExport: false },
    refused: ['lockMinutes'],
  });
  // A parsed text may have a key of this name of its own.
  expect(parsePolicy(JSON.parse('{"__proto__": {"allowExport": false}}')).policy).toEqual({});
});

test.each([undefined, null, 'text', 7])('%s is no policy', (value) => {
  expect(parsePolicy(value)).toEqual({ policy: {}, refused: [] });
});

test('a lock time is shortened, never made longer', () => {
  expect(boundLockMinutes({}, 240)).toBe(240);
  expect(boundLockMinutes({ lockMinutesMax: 30 }, 240)).toBe(30);
  expect(boundLockMinutes({ lockMinutesMax: 30 }, 5)).toBe(5);
});

test("'keep unlocked' ends only where it is forbidden", () => {
  expect(boundLockMinutes({ lockMinutesMax: 30 }, 'never')).toBe('never');
  expect(boundLockMinutes({ allowKeepUnlocked: false }, 'never')).toBe(15);
  expect(boundLockMinutes({ allowKeepUnlocked: false, lockMinutesMax: 5 }, 'never')).toBe(5);
});

test('other sites are allowed until they are forbidden', () => {
  const sites = ['https://nvr.example.com'];
  expect(isSiteAllowed({ sites }, 'https://other.example.com')).toBe(true);
  expect(isSiteAllowed({ sites, allowOtherSites: false }, 'https://other.example.com')).toBe(false);
  expect(isSiteAllowed({ sites, allowOtherSites: false }, 'https://nvr.example.com')).toBe(true);
});

test('the policy is read again only when the browser has another one', async () => {
  const answers = [{ allowExport: false }, { allowExport: true }];
  const administrator = new Administrator(async () => answers.shift());
  expect(await administrator.policy()).toEqual({ allowExport: false });
  expect(await administrator.policy()).toEqual({ allowExport: false });
  administrator.forget();
  expect(await administrator.policy()).toEqual({ allowExport: true });
});
