/** The popup's request for all it shows, which can leave before the popup's own script has loaded. */
import { findCurrentTabId } from '../browser/current-tab.ts';
import { openReply, send } from './client.ts';
import type { PopupView } from './views.ts';
import type { Reply } from './wire.ts';

/** As many rows as the popup renders before anyone scrolls: nine in view, and three below. */
const FIRST_ROWS = 12;

interface Prefetched {
  readonly tabId: number | undefined;
  readonly reply: Reply<PopupView> | undefined;
}

declare global {
  interface Window {
    /** How the popup's prefetch script hands over to its main script: they share no module. */
    nightlatchPrefetch?: Promise<Prefetched>;
  }
}

function sendFor(tabId: number | undefined): Promise<Prefetched['reply']> {
  return send('popupView', { limit: FIRST_ROWS, ...(tabId === undefined ? {} : { tabId }) });
}

async function sendFirst(): Promise<Prefetched> {
  const tabId = await findCurrentTabId();
  return { tabId, reply: await sendFor(tabId) };
}

/** Sends the popup's first request; `takePrefetched` gives its answer or its failure. */
export function prefetchView(): void {
  window.nightlatchPrefetch = sendFirst();
  window.nightlatchPrefetch.catch(() => {});
}

/** The answer to the request that `prefetchView` sent. Throws AppError. */
export async function takePrefetched(): Promise<{
  readonly tabId: number | undefined;
  readonly view: PopupView;
}> {
  // The main script may run first: neither script waits for the other.
  const { tabId, reply } = await (window.nightlatchPrefetch ?? sendFirst());
  return { tabId, view: openReply(reply) };
}

/** Asks again for all the popup shows. Throws AppError. */
export async function askView(tabId: number | undefined): Promise<PopupView> {
  return openReply(await sendFor(tabId));
}
