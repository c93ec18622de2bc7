import { expect, test } from 'vitest';
import { mayBeSteam } from '../../../lib/otp/key.ts';
import { parseOtpauthUri } from '../../../lib/otp/uri.ts';
import { read, SECRET, withQuery } from './read-uri.ts';

const steam = { type: 'steam', algorithm: 'SHA-1', digits: 5, periodSeconds: 30, secret: SECRET };
test.each<[string, string, Record<string, unknown>]>([
  ['steam://', `steam://${SECRET}`, { ...steam, issuer: 'Steam', label: '' }],
  [
    'the type steam',
    `otpauth://steam/Steam:maria?secret=${SECRET}&issuer=Steam&digits=6`,
    { ...steam, issuer: 'Steam', label: 'maria' },
  ],
  [
    'encoder=steam',
    `otpauth://totp/Shop:maria?secret=${SECRET}&encoder=steam`,
    { ...steam, issuer: 'Shop', label: 'maria' },
  ],
  [
    'five digits of Steam',
    `otpauth://totp/steam:maria?secret=${SECRET}&digits=5`,
    { ...steam, issuer: 'steam', label: 'maria' },
  ],
])('Steam by %s', (_name, uri, account) => {
  expect(read(uri)).toEqual(account);
});

test.each([
  ['period=60', 'period-unsupported'],
  ['algorithm=SHA256', 'algorithm-unsupported'],
  ['period=x', 'period-unsupported'],
])('Steam with %s is refused: its codes know no other key', (query, code) => {
  const uri = `otpauth://steam/Steam:maria?secret=${SECRET}&${query}`;
  expect(() => parseOtpauthUri(uri)).toThrow(code);
});

test('Steam may say its own period and algorithm, or leave them empty', () => {
  const uri = `otpauth://steam/Steam:maria?secret=${SECRET}`;
  for (const query of ['period=30&algorithm=sha1&digits=5', 'period=&algorithm=', 'period=0']) {
    expect(read(`${uri}&${query}`)).toMatchObject(steam);
  }
});

test.each([
  ['Steam Guard', 'maria', true],
  ['', 'Steam', true],
  ['', 'steam: maria', true],
  ['Acme', 'Steam', false],
  ['Steamboat', 'maria', false],
])('the issuer %j with the name %j may be of Steam: %s', (issuer, label, isMaybe) => {
  const key = { type: 'totp', algorithm: 'SHA-1', digits: 6, periodSeconds: 30 } as const;
  expect(mayBeSteam({ ...key, issuer, label })).toBe(isMaybe);
});

test('six digits of Steam are taken as they stand, and told to be a question', () => {
  const account = parseOtpauthUri(`otpauth://totp/Steam:maria?secret=${SECRET}`);
  expect(account).toMatchObject({ type: 'totp', digits: 6 });
  expect(mayBeSteam(account)).toBe(true);
  expect(mayBeSteam(parseOtpauthUri(`steam://${SECRET}`))).toBe(false);
  expect(mayBeSteam(parseOtpauthUri(withQuery(`secret=${SECRET}`)))).toBe(false);
});

test.each([
  ['counter=7', 7],
  ['counter=', 0],
  ['period=30', 0],
  ['counter=9007199254740990', 9_007_199_254_740_990],
])('an account by counter with %s has the counter %i', (query, counter) => {
  expect(read(`otpauth://hotp/Bank:maria?secret=${SECRET}&${query}`)).toEqual({
    type: 'hotp',
    issuer: 'Bank',
    label: 'maria',
    algorithm: 'SHA-1',
    digits: 6,
    counter,
    secret: SECRET,
  });
});
