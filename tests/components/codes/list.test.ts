import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupDigits } from '../../../components/codes/group-digits.ts';
import { scrollToShow, visibleRows } from '../../../components/codes/visible-rows.ts';
import { partsFoundBy, searchAccounts } from '../../../components/codes/search-accounts.ts';
import { sampleAccounts } from '../harness/sample.ts';

test.each([
  ['123456', '123 456'],
  ['1234567', '123 4567'],
  ['12345678', '1234 5678'],
])('%s is shown as %s', (digits, shown) => {
  expect(groupDigits(digits).replace('\u202f', ' ')).toBe(shown);
});

describe('the window over a long list', () => {
  const layout = fc.record({
    scrollPx: fc.nat(100_000),
    heightPx: fc.integer({ min: 1, max: 2000 }),
    rowPx: fc.integer({ min: 24, max: 200 }),
    total: fc.nat(5000),
  });

  test('holds every row that is in view, and few others', () => {
    fc.assert(
      fc.property(layout, ({ scrollPx, heightPx, rowPx, total }) => {
        const { first, end } = visibleRows({ scrollPx, heightPx, rowPx }, total);
        expect(end - first).toBeLessThanOrEqual(heightPx / rowPx + 8);
        for (let row = 0; row < total; row += 1) {
          const inView = (row + 1) * rowPx > scrollPx && row * rowPx < scrollPx + heightPx;
          if (inView) expect(row >= first && row < end).toBe(true);
        }
      }),
    );
  });

  test('scrolling to a row brings all of it into view', () => {
    fc.assert(
      fc.property(layout, fc.nat(5000), ({ scrollPx, rowPx }, row) => {
        const heightPx = rowPx * 5;
        const to = scrollToShow(row, { scrollPx, heightPx, rowPx });
        expect(row * rowPx >= to && (row + 1) * rowPx <= to + heightPx).toBe(true);
      }),
    );
  });
});

describe('search', () => {
  const accounts = sampleAccounts(30);
  test.each([
    ['', 30],
    ['harbour', 2],
    ['HARBOUR tp-link', 1],
    ['härbour', 2],
    ['customer-7.', 2],
    ['nothing like it', 0],
  ])('"%s" finds %i', (query, count) => {
    expect(searchAccounts(accounts, query)).toHaveLength(count);
  });
});

test.each([
  ['lodz', 'Łódź'],
  ['strasse', 'Straße 5'],
  ['ost', 'Øst'],
  ['da nang', 'Đà Nẵng'],
  ['izmir', 'İzmir'],
  ['IZMIR', 'ızmir'],
  ['aero', 'Ærø'],
])('%s, as a keyboard without the letters types it, finds %s', (query, issuer) => {
  const [sample] = sampleAccounts(1);
  if (!sample) throw new Error('no sample account');
  const accounts = [{ ...sample, issuer }];
  expect(searchAccounts(accounts, query)).toEqual(accounts);
});

/** The pieces as one text, those that were found in brackets. */
const marked = (query: string, text: string): string =>
  partsFoundBy(query, text)
    .map((part) => (part.found === 'found' ? `[${part.text}]` : part.text))
    .join('');

test.each([
  ['harb', 'ops@harbour.example', 'ops@[harb]our.example'],
  ['lodz', 'Łódź 2', '[Łódź] 2'],
  ['strasse', 'Straße 5', '[Straße] 5'],
  ['our harb', 'harbour', '[harbour]'],
  ['aa', 'aaab', '[aaa]b'],
  ['vigi', '🔑 VIGI', '🔑 [VIGI]'],
  ['zzz', 'harbour', 'harbour'],
])('a search for %s marks in %s what it has found', (query, text, shown) => {
  expect(marked(query, text)).toBe(shown);
});
