import { ask } from '../../lib/protocol/client.ts';
import type { PopupView } from '../../lib/protocol/views.ts';

/** As many rows as the popup shows before anyone scrolls. */
const FIRST_ROWS = 10;

/** All the popup shows at first, in one answer. */
export function askView(tabId: number | undefined): Promise<PopupView> {
  return ask('popupView', { limit: FIRST_ROWS, ...(tabId === undefined ? {} : { tabId }) });
}
