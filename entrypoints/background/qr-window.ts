import { sessionMemory } from '../../lib/browser/storage.ts';
import { openOwnWindow } from '../../lib/browser/windows.ts';
import { AppError } from '../../lib/errors.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { Core } from './core.ts';

/** The account id is kept in session memory and not in the window's address: addresses land in the profile's history files. */
const KEY = 'qr-account';
const SIZE = { width: 460, height: 720 };

/** After a lock. Until then the window may be loaded anew. */
export function forgetQrAccount(): Promise<void> {
  return sessionMemory.remove(KEY);
}

/** A popup closes when the passkey's dialog takes the focus, so for a passkey the QR code shows in a window of its own. */
export function qrWindow({ vault }: Core): Pick<OwnHandlers, 'qrWindow' | 'qrAccount'> {
  return {
    qrWindow: async ({ id }) => {
      await sessionMemory.set(KEY, id);
      await openOwnWindow('/qr.html', SIZE);
    },
    qrAccount: async () => {
      const id = await sessionMemory.get(KEY);
      if (typeof id !== 'string') throw new AppError('account-unknown');
      return vault.account(id);
    },
  };
}
