import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { PASSWORD } from './accounts.ts';

/**
 * Someone who uses the stand-in's pages by keyboard and mouse, whatever variant
 * they are drawn in: through frames and open shadow roots, with trusted events.
 */
const PRIMARY =
  'a.s-button-primary, #loginBtn a, button.el-button--primary, .sim-primary, .primary';
const TEXT_FIELDS =
  'input:not([type=hidden], [type=checkbox], [type=search], [type=password], [tabindex="-1"])';

/** Puppeteer's `>>>` looks through open shadow roots; `-p` only at what is painted. */
async function findShown(page: Page, selector: string): Promise<ElementHandle | undefined> {
  for (const frame of page.frames()) {
    const found = await findInFrame(frame, selector);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function findInFrame(frame: Frame, selector: string): Promise<ElementHandle | undefined> {
  const deep = selector.split(/,\s*(?![^(]*\))/).flatMap((part) => [part, `>>> ${part}`]);
  for (const each of deep) {
    const all = await frame.$$(each).catch(() => []);
    // The last one: dialogs stand at the end of body, above the page.
    for (const handle of all.toReversed()) {
      if (await handle.isVisible().catch(() => false)) return handle;
    }
  }
  return undefined;
}

/** The element once it is shown; throws after five seconds. */
export async function shown(page: Page, selector: string): Promise<ElementHandle> {
  const endMs = Date.now() + 5000;
  while (Date.now() < endMs) {
    const found = await findShown(page, selector);
    if (found !== undefined) return found;
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
  }
  throw new Error(`${selector} is nowhere shown`);
}

export async function pressPrimary(page: Page): Promise<void> {
  await (await shown(page, PRIMARY)).click();
}

/** Types e-mail and password and presses Sign In. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  const secret = await shown(page, 'input[type=password]');
  const name = await shown(page, TEXT_FIELDS);
  await name.click({ count: 3 });
  await name.type(email);
  await secret.click({ count: 3 });
  await secret.type(password);
  await pressPrimary(page);
}

/** Signed in already: opens the enrolment and walks to its QR code. */
export async function openEnrolment(page: Page): Promise<void> {
  await (await shown(page, '#enable-2fa')).click();
  await pressPrimary(page);
  const secret = await shown(page, 'input[type=password]');
  await secret.type(PASSWORD);
  await pressPrimary(page);
  await shown(page, '.sim-qr');
}
