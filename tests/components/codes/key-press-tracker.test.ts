import { describe, expect, test } from 'vitest';
import { KeyPressTracker } from '../../../components/codes/key-press-tracker.ts';

const enter = { key: 'Enter', repeat: false, isTrusted: true };
const space = { ...enter, key: ' ' };

test('a key that goes down and up here chooses what it was put on', () => {
  const presses = new KeyPressTracker();
  presses.down(enter, 'maria');
  expect(presses.up(enter)).toBe('maria');
});

describe('nothing is chosen by', () => {
  test('a key that comes up here and went down elsewhere', () => {
    expect(new KeyPressTracker().up(enter)).toBeUndefined();
  });

  test('a key that was down before, whatever it repeats', () => {
    const presses = new KeyPressTracker();
    presses.down({ ...enter, repeat: true }, 'maria');
    expect(presses.up(enter)).toBeUndefined();
  });

  test('one whose first repetition came too early, where the system does not say that it repeats', () => {
    const presses = new KeyPressTracker();
    presses.down(enter, undefined);
    presses.down(enter, 'maria');
    expect(presses.up(enter)).toBeUndefined();
  });

  test('another key that comes up meanwhile', () => {
    const presses = new KeyPressTracker();
    presses.down(enter, 'maria');
    expect(presses.up(space)).toBeUndefined();
    expect(presses.up(enter)).toBe('maria');
  });

  test.each([
    ['down', { ...enter, isTrusted: false }, enter],
    ['up', enter, { ...enter, isTrusted: false }],
  ])('a key that a script sends %s', (_which, down, up) => {
    const presses = new KeyPressTracker();
    presses.down(down, 'maria');
    expect(presses.up(up)).toBeUndefined();
  });
});

test('one press chooses once, and the next may choose again', () => {
  const presses = new KeyPressTracker();
  presses.down(enter, 'maria');
  presses.up(enter);
  expect(presses.up(enter)).toBeUndefined();
  presses.down(enter, 'karl');
  expect(presses.up(enter)).toBe('karl');
});
