import { describe, expect, test } from 'vitest';
import {
  isEndedBy,
  parseOpenPicker,
  type OpenPicker,
  type PickerEvent,
} from '../../../lib/policy/account-picker.ts';

const picker: OpenPicker = { windowId: 3, promptId: 'prompt', tabId: 7 };

describe('the window to choose in', () => {
  test.each<[string, PickerEvent]>([
    ['the vault was locked', { kind: 'locked' }],
    ['its prompt is over', { kind: 'prompt-over', promptId: 'prompt' }],
    ['its tab was closed', { kind: 'tab-closed', tabId: 7 }],
    ['it was closed itself', { kind: 'window-closed', windowId: 3 }],
  ])('ends when %s', (_what, event) => {
    expect(isEndedBy(picker, event)).toBe(true);
  });

  test.each<[string, PickerEvent]>([
    ['another prompt is over', { kind: 'prompt-over', promptId: 'other' }],
    ['another tab was closed, though its number is the window’s', { kind: 'tab-closed', tabId: 3 }],
    ['another window was closed', { kind: 'window-closed', windowId: 7 }],
  ])('stays when %s', (_what, event) => {
    expect(isEndedBy(picker, event)).toBe(false);
  });
});

test.each([undefined, 'text', {}, { ...picker, windowId: '3' }, { ...picker, promptId: 7 }])(
  'what is no such window in the session’s memory counts for nothing: %j',
  (stored) => {
    expect(parseOpenPicker(stored)).toBeUndefined();
    expect(parseOpenPicker({ ...picker, more: 1 })).toEqual(picker);
  },
);
