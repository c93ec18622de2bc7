import { expect, test, vi } from 'vitest';
import { onNewSession } from '../../../lib/browser/lifecycle.ts';

const session = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../../lib/browser/api.ts', () => ({
  api: {
    storage: {
      session: {
        get: async (key: string) => (session.has(key) ? { [key]: session.get(key) } : {}),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) session.set(key, value);
        },
      },
    },
  },
}));

test('the work of a new session that fails, or ends with its background, is done by the next one', async () => {
  const done: string[] = [];
  await expect(onNewSession(() => Promise.reject(new Error('no answer')))).rejects.toThrow();
  void onNewSession(() => new Promise(() => {}));
  await onNewSession(async () => void done.push('the third'));
  await onNewSession(async () => void done.push('the fourth'));
  expect(done).toEqual(['the third']);
});
