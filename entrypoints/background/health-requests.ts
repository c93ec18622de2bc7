import type { OwnHandlers } from '../../lib/protocol/server.ts';
import { thenNoteUse } from './account-requests.ts';
import type { Core } from './core.ts';
import { healthView } from './health.ts';
import type { LockController } from './lock-controller.ts';

/** Tells how safe the accounts are, and remembers what only a page or the user knows. */
export function healthRequests(
  core: Core,
  lock: LockController,
): Pick<OwnHandlers, 'health' | 'healthNote'> {
  return {
    health: () => healthView(core),
    healthNote: (notes) => thenNoteUse(lock, core.vault.note(notes)),
  };
}
