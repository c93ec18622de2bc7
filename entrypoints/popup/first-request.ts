import { askFirstView, type FirstView } from '../../lib/protocol/popup-view.ts';

/**
 * The answer to the popup's first request, which wakes the background while the
 * rest of the script is still being read: main.tsx imports this file first.
 * Undefined in other pages of ours, which share the popup's script file
 * (wxt.config.ts).
 */
export const firstView: Promise<FirstView> | undefined =
  location.pathname === '/popup.html' ? askFirstView() : undefined;

// Whoever takes the answer shows the error; until then nobody waits for it.
firstView?.catch(() => undefined);
