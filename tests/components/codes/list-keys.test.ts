import { expect, test } from 'vitest';
import { rowToFocus } from '../../../components/codes/list-keys.ts';

/** Of ten rows, five of which are in view, the one that a key leads to from row `selected`. */
function rowFrom(selected: number, key: string, held: Partial<KeyboardEvent> = {}) {
  const event = { key, ctrlKey: false, altKey: false, metaKey: false, ...held };
  return rowToFocus(event as KeyboardEvent, selected, 10, 5);
}

test.each([
  ['PageDown', 2, 7],
  ['PageDown', 7, 9],
  ['PageDown', 9, 9],
  ['PageUp', 7, 2],
  ['PageUp', 3, 0],
  ['Home', 4, 0],
  ['End', 4, 9],
  ['ArrowUp', 0, -1],
  ['ArrowDown', 4, 5],
  ['a', 4, undefined],
])('%s leads from row %i to %s', (key, selected, row) => {
  expect(rowFrom(selected, key)).toBe(row);
});

test.each(['ctrlKey', 'altKey', 'metaKey'] as const)('a key with %s leads nowhere', (held) => {
  expect(rowFrom(4, 'ArrowDown', { [held]: true })).toBeUndefined();
});
