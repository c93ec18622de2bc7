/** What the popup is told to remind of. */
import { expect, test, vi } from 'vitest';
import { popupView } from '../../entrypoints/background/popup-view.ts';
import type { Scans } from '../../entrypoints/background/scans.ts';
import type { VaultNotes } from '../../lib/vault/format/notes.ts';
import type { PopupView } from '../../lib/protocol/views.ts';
import { accountOfSite, fakeCore } from './fake-core.ts';

vi.mock('../../lib/browser/api.ts', () => ({ api: {} }));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (): Promise<undefined> => undefined,
    set: async () => undefined,
    remove: async () => undefined,
  },
}));
vi.mock('../../lib/browser/tabs.ts', () => ({ findTabUrl: async () => undefined }));

async function viewOf(state: 'open' | 'older', notes: VaultNotes): Promise<PopupView> {
  const vault = {
    status: async () => ({ state, access: state, quarantined: [] }),
    accounts: async () => [accountOfSite('maria')],
    codes: async () => [],
    notes: async () => notes,
    backup: { state: async () => ({ missing: [] }) },
    keys: { recoveryCodeId: async () => 'the present code' },
  };
  const core = fakeCore(vault, () => 1_800_000_000_000);
  return popupView(core, {} as Scans, undefined, 10);
}

test('of a recovery code that is not kept it is told which one it is', async () => {
  expect(await viewOf('open', { recovery: 'not-kept' })).toMatchObject({
    recoveryNotKept: 'the present code',
    health: 'warning',
  });
});

test.each([
  ['open', { recovery: 'kept' }],
  ['older', { recovery: 'not-kept' }],
] as const)('of an %s vault with %j it is told of none', async (state, notes) => {
  expect(await viewOf(state, notes)).not.toHaveProperty('recoveryNotKept');
});
