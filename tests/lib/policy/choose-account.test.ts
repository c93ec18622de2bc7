import { describe, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import {
  accountsToChoose,
  chooseAccount,
  isOfAnother,
} from '../../../lib/policy/choose-account.ts';

function account(
  id: string,
  label: string,
  change: Partial<Pick<AccountView, 'status' | 'sites' | 'binnedMs' | 'issuer'>> = {},
): AccountView {
  return {
    id,
    label,
    issuer: 'TP-Link',
    type: 'totp',
    algorithm: 'SHA-1',
    digits: 6,
    periodSeconds: 30,
    status: 'confirmed',
    pinned: 'unpinned',
    tags: [],
    note: '',
    sites: ['vms-cloud'],
    createdMs: 0,
    changedMs: 0,
    ...change,
  };
}

const maria = account('m', 'maria@example.com');
const omar = account('o', 'TP-Link:Omar@Example.com');
const plain = account('p', 'office');
const elsewhere = account('e', 'maria@example.com', { sites: ['https://other.test'] });
const binned = account('b', 'maria@example.com', { binnedMs: 1 });
const cancelled = account('u', 'maria@example.com', { status: 'unconfirmed' });

describe('the account a prompt wants', () => {
  test.each([
    ['is the one whose label is the e-mail typed before', [maria, plain], 'maria@example.com', 'm'],
    [
      'is found behind an issuer prefix and in any case',
      [account('o', 'omar@example.com'), maria],
      'omar@example.com',
      'o',
    ],
    [
      'is the only one bound to the site when nothing was typed',
      [maria, elsewhere],
      undefined,
      'm',
    ],
    ['may be named otherwise than by an e-mail', [plain], 'maria@example.com', 'p'],
    [
      'is a confirmed one rather than one of a cancelled enrolment',
      [cancelled, maria],
      'maria@example.com',
      'm',
    ],
    ['may be unconfirmed when there is no other', [cancelled], 'maria@example.com', 'u'],
  ])('%s', (_words, accounts, identity, id) => {
    const choice = chooseAccount(accounts, 'vms-cloud', identity);
    expect(choice.kind === 'one' ? choice.account.id : choice.kind).toBe(id);
  });

  test.each([
    ['names another e-mail', [maria], 'omar@example.com', 'several'],
    [
      'is one of two with the same e-mail',
      [maria, account('n', 'maria@example.com')],
      'maria@example.com',
      'several',
    ],
    [
      'is another one than the unconfirmed one that the e-mail names',
      [cancelled, plain],
      'maria@example.com',
      'several',
    ],
    ['is one of two and nothing was typed', [maria, plain], undefined, 'several'],
  ])('is asked for when the only candidate %s', (_words, accounts, identity, kind) => {
    expect(chooseAccount(accounts, 'vms-cloud', identity).kind).toBe(kind);
  });

  test.each([
    ['of another site', [elsewhere], 'unbound'],
    ['in the bin', [binned], 'none'],
  ])('is never one %s', (_words, accounts, kind) => {
    expect(chooseAccount(accounts, 'vms-cloud', 'maria@example.com').kind).toBe(kind);
  });

  test('an address inside a longer one is not that address', () => {
    const choice = chooseAccount(
      [account('x', 'anna-maria@example.com')],
      'vms-cloud',
      'maria@example.com',
    );
    expect(choice.kind).toBe('several');
    expect(chooseAccount([omar], 'vms-cloud', 'mar@example.com').kind).toBe('several');
  });
});

describe('the accounts to choose from', () => {
  const ids = (accounts: readonly AccountView[], identity?: string): readonly string[] =>
    accountsToChoose(accounts, 'vms-cloud', identity).map(({ id }) => id);

  test('are those of the site by name, none of another site and none in the bin', () => {
    expect(ids([plain, maria, elsewhere, binned])).toEqual(['m', 'p']);
  });

  test('are all by name where none belongs to the site, and none in the bin', () => {
    expect(ids([elsewhere, binned])).toEqual([elsewhere.id]);
  });

  test('begin with the one the typed e-mail names', () => {
    const zoe = account('z', 'zoe@example.com');
    expect(ids([maria, plain, zoe], 'zoe@example.com')).toEqual(['z', 'm', 'p']);
  });

  test('begin with the one the typed e-mail names also where nothing has confirmed it', () => {
    const anna = account('a', 'anna@example.com');
    expect(ids([anna, cancelled, plain], 'maria@example.com')).toEqual(['u', 'a', 'p']);
  });

  test('end with those of enrolments that nothing confirmed', () => {
    const early = account('a', 'anna@example.com', { status: 'unconfirmed' });
    expect(ids([early, maria, plain])).toEqual(['m', 'p', 'a']);
  });
});

test.each([
  ['maria@example.com', 'maria@example.com', false],
  ['TP-Link (Maria@Example.com)', 'maria@example.com', false],
  ['maria@example.com', 'omar@example.com', true],
  ['office', 'omar@example.com', false],
  ['maria@example.com', 'omar', false],
  ['maria@example.com', undefined, false],
])('the account %s is of another than %s: %s', (label, identity, isAnother) => {
  expect(isOfAnother(label, identity)).toBe(isAnother);
});
