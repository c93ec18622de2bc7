import { describe, expect, test } from 'vitest';
import {
  isEndedBy,
  parseChooser,
  type Chooser,
  type Happening,
} from '../../../lib/policy/chooser.ts';

const chooser: Chooser = { windowId: 3, promptId: 'prompt', tabId: 7 };

describe('the window to choose in', () => {
  test.each<[string, Happening]>([
    ['the vault was locked', { kind: 'locked' }],
    ['its prompt is over', { kind: 'prompt-over', promptId: 'prompt' }],
    ['its tab was closed', { kind: 'tab-closed', tabId: 7 }],
    ['it was closed itself', { kind: 'window-closed', windowId: 3 }],
  ])('ends when %s', (_what, happening) => {
    expect(isEndedBy(chooser, happening)).toBe(true);
  });

  test.each<[string, Happening]>([
    ['another prompt is over', { kind: 'prompt-over', promptId: 'other' }],
    ['another tab was closed, though its number is the window’s', { kind: 'tab-closed', tabId: 3 }],
    ['another window was closed', { kind: 'window-closed', windowId: 7 }],
  ])('stays when %s', (_what, happening) => {
    expect(isEndedBy(chooser, happening)).toBe(false);
  });
});

test.each([undefined, 'text', {}, { ...chooser, windowId: '3' }, { ...chooser, promptId: 7 }])(
  'what is no such window in the session’s memory counts for nothing: %j',
  (stored) => {
    expect(parseChooser(stored)).toBeUndefined();
    expect(parseChooser({ ...chooser, more: 1 })).toEqual(chooser);
  },
);
