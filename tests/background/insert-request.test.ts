/** 'Fill 2FA code here' in the menu of a right click speaks for one prompt of the frame that was clicked. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  noteInsertRequest,
  takeInsertRequest,
} from '../../entrypoints/background/insert-request.ts';

const kept = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, value),
    remove: async (key: string) => void kept.delete(key),
  },
}));

const NOW = 1_800_000_000_000;
const CLICKED = { tabId: 7, frameId: 3 };

beforeEach(async () => {
  kept.clear();
  await noteInsertRequest(CLICKED, NOW);
});

test('the prompt of the clicked frame is meant, and no later one', async () => {
  expect(await takeInsertRequest(CLICKED, NOW + 1)).toBe(true);
  expect(await takeInsertRequest(CLICKED, NOW + 2)).toBe(false);
});

test.each([
  ['another frame of the tab', { tabId: 7, frameId: 0 }],
  ['another tab', { tabId: 8, frameId: 3 }],
])('a prompt in %s is not', async (_where, from) => {
  expect(await takeInsertRequest(from, NOW + 1)).toBe(false);
  expect(await takeInsertRequest(CLICKED, NOW + 2), 'the one that is meant comes later').toBe(true);
});

test('nor is one that comes later than the click can mean', async () => {
  expect(await takeInsertRequest(CLICKED, NOW + 10_001)).toBe(false);
});
