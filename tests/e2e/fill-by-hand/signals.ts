/** What a user does in the browser's own window: the keyboard commands and the menu of a right click. */
import type { Page } from 'puppeteer-core';
import { dispatch, tabOf } from '../driver/browser-events.ts';
import type { DrivenBrowser } from '../driver/launch.ts';

/** The command 'fill' while `page` is in front. */
export async function giveCommand(driven: DrivenBrowser, page: Page): Promise<void> {
  await dispatch(driven, 'commands.onCommand', 'fill', await tabOf(driven, page));
}

/** The command that copies, which looks at no page. */
export async function giveCopyCommand(driven: DrivenBrowser): Promise<void> {
  await dispatch(driven, 'commands.onCommand', 'copy-pinned');
}

/** A right click on the field, and 'Fill 2FA code here' in the menu that opens. */
export async function insertByMenu(
  driven: DrivenBrowser,
  page: Page,
  selector: string,
): Promise<void> {
  await page.click(selector, { button: 'right' });
  const tab = await tabOf(driven, page);
  const info = { menuItemId: 'insert', editable: true, frameId: 0, pageUrl: tab.url };
  await dispatch(driven, 'contextMenus.onClicked', info, tab);
}
