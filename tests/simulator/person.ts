import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { until } from '../e2e/driver/until.ts';
import { PASSWORD } from './accounts.ts';
import type { Screen } from './client/screen.ts';

/**
 * Someone who uses the stand-in's pages by keyboard and mouse, whatever variant
 * they are drawn in: through frames and open shadow roots, with trusted events.
 */
const PRIMARY =
  'a.s-button-primary, #loginBtn a, button.el-button--primary, .sim-primary, .primary';
const CODE_SCREENS = ['code', 'email-code', 'token'] as const;
const PASSWORD_FIELD = 'input[type=password]';
const CODE_FIELDS =
  'input:not([type=hidden], [type=checkbox], [type=search], [type=radio], [tabindex="-1"])';
const TEXT_FIELDS =
  'input:not([type=hidden], [type=checkbox], [type=search], [type=password], [tabindex="-1"])';

/** Puppeteer's `>>>` looks through open shadow roots. */
async function findShown(
  page: Page,
  selector: string,
  which: 'first' | 'last' = 'last',
): Promise<ElementHandle | undefined> {
  for (const frame of page.frames()) {
    const found = await findInFrame(frame, selector, which);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** None when the frame goes away meanwhile: puppeteer then throws before there is a promise. */
async function allIn(frame: Frame, selector: string): Promise<readonly ElementHandle[]> {
  try {
    return await frame.$$(selector);
  } catch {
    return [];
  }
}

async function findInFrame(
  frame: Frame,
  selector: string,
  which: 'first' | 'last',
): Promise<ElementHandle | undefined> {
  const deep = selector.split(/,\s*(?![^(]*\))/).flatMap((part) => [part, `>>> ${part}`]);
  for (const each of deep) {
    const all = await allIn(frame, each);
    // The last one as a rule: dialogs stand at the end of body, above the page.
    for (const handle of which === 'last' ? all.toReversed() : all) {
      if (await handle.isVisible().catch(() => false)) return handle;
    }
  }
  return undefined;
}

/** The element once it is shown. */
export function waitForElement(page: Page, selector: string): Promise<ElementHandle> {
  return until(`${selector} to be shown`, () => findShown(page, selector));
}

/** Clicks it once it is shown and holds still; a screen may be going just now. */
async function click(page: Page, selector: string, count = 1): Promise<ElementHandle> {
  return until(`${selector} to be clicked`, async () => {
    const found = await findShown(page, selector);
    const clicked = await found?.click({ count }).then(
      () => true,
      () => false,
    );
    return clicked ? found : undefined;
  });
}

async function isShown(page: Page, names: readonly Screen['name'][]): Promise<boolean> {
  const selector = names.map((name) => `html[data-sim-screen="${name}"]`).join(', ');
  for (const frame of page.frames()) {
    if ((await allIn(frame, selector)).length > 0) return true;
  }
  return false;
}

/** Waits until one of these screens is drawn, on the page or in a frame of it. */
export function waitForScreen(page: Page, ...names: readonly Screen['name'][]): Promise<true> {
  return until(`the screen ${names.join(' or ')}`, async () =>
    (await isShown(page, names)) ? true : undefined,
  );
}

export async function clickPrimary(page: Page): Promise<void> {
  await click(page, PRIMARY);
}

/** Types e-mail and password and presses Sign In. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await waitForScreen(page, 'sign-in');
  await (await click(page, TEXT_FIELDS, 3)).type(email);
  await (await click(page, PASSWORD_FIELD, 3)).type(password);
  await clickPrimary(page);
}

/** PrimeVue selects a clicked box a moment later: a key pressed before is overwritten by the next. */
async function clickAndRest(field: ElementHandle): Promise<void> {
  await field.click();
  await field.evaluate(twoFrames);
}

/**
 * Types a code into the field or the first of the boxes and presses the button,
 * unless the page sent it by itself. A page that renders anew gets it twice.
 */
export async function typeCode(page: Page, code: string): Promise<void> {
  await waitForScreen(page, ...CODE_SCREENS);
  const field = await until('a code field', () => findShown(page, CODE_FIELDS, 'first'));
  await clickAndRest(field);
  await page.keyboard.type(code);
  const left = await readCode(page);
  // Boxes that send themselves have taken the screen along.
  if (!(await isShown(page, CODE_SCREENS))) return;
  const again = left === '' ? await findShown(page, CODE_FIELDS, 'first') : undefined;
  if (again) {
    await clickAndRest(again);
    await page.keyboard.type(code);
  }
  const button = await findShown(page, PRIMARY);
  await button?.click().catch(() => {});
}

/** The fields of a code screen that are shown, boxes in their order. */
async function codeFields(frame: Frame): Promise<readonly ElementHandle[]> {
  for (const depth of ['', '>>> ']) {
    const parts = CODE_FIELDS.split(/,\s*(?![^(]*\))/).map((part) => `${depth}${part}`);
    const shownOnes: ElementHandle[] = [];
    for (const handle of (await Promise.all(parts.map((part) => allIn(frame, part)))).flat()) {
      if (await handle.isVisible().catch(() => false)) shownOnes.push(handle);
    }
    if (shownOnes.length > 0) return shownOnes;
  }
  return [];
}

/**
 * What stands in the code field, boxes joined, two frames after the page last
 * drew: a page that renders anew has then done so. Undefined without a code screen.
 */
export async function readCode(page: Page): Promise<string | undefined> {
  if (!(await isShown(page, CODE_SCREENS))) return undefined;
  for (const frame of page.frames()) {
    if ((await codeFields(frame)).length === 0) continue;
    await frame.evaluate(twoFrames).catch(() => undefined);
    // Only now: those from before may have been replaced, with what they hold.
    const fields = await codeFields(frame);
    const values = fields.map((field) =>
      field.evaluate((node) => (node as HTMLInputElement).value),
    );
    // The screen may be going just now: boxes that send themselves take it along.
    return (await Promise.all(values).catch(() => [])).join('');
  }
  return undefined;
}

function twoFrames(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
}

/** On the account page: opens the enrolment and walks to its QR code. */
export async function openEnrolment(page: Page): Promise<void> {
  await click(page, '#enable-2fa');
  await waitForScreen(page, 'confirm');
  await clickPrimary(page);
  await waitForScreen(page, 'password');
  await (await click(page, PASSWORD_FIELD)).type(PASSWORD);
  await clickPrimary(page);
  await waitForScreen(page, 'token');
  await waitForElement(page, '.sim-qr');
}

/** On any screen with a Cancel: leaves. */
export async function clickCancel(page: Page): Promise<void> {
  await click(page, '.sim-cancel');
}
