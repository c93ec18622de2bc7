/** The popup's request for all it shows. */
import { findCurrentTabId } from '../browser/current-tab.ts';
import { ask } from './client.ts';
import type { PopupView } from './views.ts';

/** As many rows as the popup renders before anyone scrolls: nine in view, and three below. */
const FIRST_ROWS = 12;

/** What the popup shows at first, and the tab that it was opened over. */
export interface FirstView {
  readonly tabId: number | undefined;
  readonly view: PopupView;
}

/** Asks for all the popup shows. Throws AppError. */
export function askView(tabId: number | undefined): Promise<PopupView> {
  return ask('popupView', { limit: FIRST_ROWS, ...(tabId === undefined ? {} : { tabId }) });
}

/** Asks for all the popup shows at first. Throws AppError. */
export async function askFirstView(): Promise<FirstView> {
  const tabId = await findCurrentTabId();
  return { tabId, view: await askView(tabId) };
}
