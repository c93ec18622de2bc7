/** The popup's question for all it shows, which can leave before the popup's own script is there. */
import { findCurrentTabId } from '../browser/current-tab.ts';
import { openReply, send } from './client.ts';
import type { PopupView } from './views.ts';
import type { Reply } from './wire.ts';

/** As many rows as the popup shows before anyone scrolls. */
const FIRST_ROWS = 10;

interface Ahead {
  readonly tabId: number | undefined;
  readonly reply: Reply<PopupView> | undefined;
}

declare global {
  interface Window {
    /** From one script of the popup to the other: they share no module. */
    nightlatchAhead?: Promise<Ahead>;
  }
}

function sendFor(tabId: number | undefined): Promise<Ahead['reply']> {
  return send('popupView', { limit: FIRST_ROWS, ...(tabId === undefined ? {} : { tabId }) });
}

async function sendFirst(): Promise<Ahead> {
  const tabId = await findCurrentTabId();
  return { tabId, reply: await sendFor(tabId) };
}

/** Asks for the first picture; `takeAhead` hears the answer or the failure. */
export function askAhead(): void {
  window.nightlatchAhead = sendFirst();
  window.nightlatchAhead.catch(() => {});
}

/** What `askAhead` asked for. Throws AppError. */
export async function takeAhead(): Promise<{
  readonly tabId: number | undefined;
  readonly view: PopupView;
}> {
  // The popup's script may come first: neither waits for the other.
  const { tabId, reply } = await (window.nightlatchAhead ?? sendFirst());
  return { tabId, view: openReply(reply) };
}

/** All the popup shows, once more. Throws AppError. */
export async function askView(tabId: number | undefined): Promise<PopupView> {
  return openReply(await sendFor(tabId));
}
