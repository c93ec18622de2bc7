import { expect, test } from 'vitest';
import { readFloatPlace, writeFloatPlace } from '../../../lib/browser/float-place.ts';

function memory(kept: string | null = null) {
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => void (kept = value),
  };
}

test('where the window stood is read as it was written, also left of the first screen', () => {
  const store = memory();
  writeFloatPlace(store, { screenX: -1200.4, screenY: 30, outerWidth: 340, outerHeight: 220.6 });
  expect(readFloatPlace(store)).toEqual({ at: { left: -1200, top: 30, width: 340, height: 221 } });
});

test.each([null, '', '1 2 3', '1 2 x 400', '1 2 0 0', '1 2 300 1e99'])(
  'what is no place (%s) counts as none',
  (kept) => {
    expect(readFloatPlace(memory(kept))).toEqual({});
  },
);
