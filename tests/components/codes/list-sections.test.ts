import { expect, test } from 'vitest';
import { headingsAbove, sectionsOf } from '../../../components/codes/list-sections.ts';
import { sampleAccounts } from '../harness/sample.ts';

const known = sampleAccounts(5).map((account) => ({
  account: { ...account, pinned: 'unpinned' as const },
}));
const pinned = known.map(({ account }, at) => ({
  account: at === 1 ? { ...account, pinned: 'pinned' as const } : account,
}));
const none = { here: new Set<string>(), recent: new Set<string>(), card: 'none' as const };

test('a list that is one section has no heading', () => {
  expect(sectionsOf(known, 40, none)).toEqual([{ title: undefined, first: 0, end: 40 }]);
  expect(sectionsOf(known, 40, undefined)).toEqual([{ title: undefined, first: 0, end: 40 }]);
});

test('the site, the pinned, the recently used and the others, those not loaded among them', () => {
  const here = new Set(['account-0']);
  const recent = new Set(['account-2']);
  expect(sectionsOf(pinned, 40, { ...none, here, recent })).toEqual([
    { title: 'codes_section_site', first: 0, end: 1 },
    { title: 'codes_section_pinned', first: 1, end: 2 },
    { title: 'codes_section_recent', first: 2, end: 3 },
    { title: 'codes_section_all', first: 3, end: 40 },
  ]);
});

test('accounts that are not loaded are others, whatever the loaded ones are', () => {
  const here = new Set(known.map(({ account }) => account.id));
  expect(sectionsOf(known, 7, { ...none, here })).toEqual([
    { title: 'codes_section_site', first: 0, end: 5 },
    { title: 'codes_section_all', first: 5, end: 7 },
  ]);
});

test('below a card, a single section has its heading too', () => {
  expect(sectionsOf(known, 5, { ...none, card: 'shown' })).toEqual([
    { title: 'codes_section_all', first: 0, end: 5 },
  ]);
});

test('headings count from the first row of their section on', () => {
  const sections = sectionsOf(pinned, 5, { ...none, here: new Set(['account-0']) });
  expect([0, 1, 2, 4].map((index) => headingsAbove(sections, index))).toEqual([1, 2, 3, 3]);
});
