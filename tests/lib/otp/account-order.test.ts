import { expect, test } from 'vitest';
import { sortAccounts } from '../../../lib/otp/account-order.ts';
import { sampleAccounts } from '../../components/harness/sample.ts';

test('the page in the tab first, best first; then pinned; then by issuer and label', () => {
  const ids = sortAccounts(sampleAccounts(7), ['account-6', 'account-0']).map(({ id }) => id);
  expect(ids).toEqual([
    'account-6',
    'account-0',
    'account-2',
    'account-4',
    'account-1',
    'account-5',
    'account-3',
  ]);
});

test('those used last follow the pinned, the last one first', () => {
  const ids = sortAccounts(sampleAccounts(7), ['account-6'], ['account-3', 'account-1']);
  expect(ids.map(({ id }) => id).slice(0, 4)).toEqual([
    'account-6',
    'account-2',
    'account-3',
    'account-1',
  ]);
});
