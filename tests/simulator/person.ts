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

const partsOf = (selector: string): readonly string[] => selector.split(/,\s*(?![^(]*\))/);

/**
 * Runs in the page. Of the first part that has any: the elements that show, those in open
 * shadow roots where the document itself has none. Asked in one go, because a waiting test asks often.
 */
function shownIn(parts: readonly string[]): readonly Element[] {
  const isShownNow = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  };
  const deep = (root: Document | ShadowRoot, part: string): readonly Element[] => [
    ...root.querySelectorAll(part),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? deep(shadowRoot, part) : [],
    ),
  ];
  for (const part of parts) {
    const plain = [...document.querySelectorAll(part)].filter(isShownNow);
    if (plain.length > 0) return plain;
    const inside = deep(document, part).filter(isShownNow);
    if (inside.length > 0) return inside;
  }
  return [];
}

async function findShown(
  page: Page,
  selector: string,
  which: 'first' | 'last' = 'last',
): Promise<ElementHandle | undefined> {
  for (const frame of page.frames()) {
    // None when the frame goes away meanwhile.
    const found = await findInFrame(frame, selector, which).catch(() => undefined);
    if (found) return found;
  }
  return undefined;
}

async function findInFrame(
  frame: Frame,
  selector: string,
  which: 'first' | 'last',
): Promise<ElementHandle | undefined> {
  const all = await frame.evaluateHandle(shownIn, partsOf(selector));
  // The last one as a rule: dialogs stand at the end of body, above the page.
  const one = await all.evaluateHandle((list, at) => list.at(at), which === 'last' ? -1 : 0);
  await all.dispose();
  const element = one.asElement();
  if (!element) await one.dispose();
  // What was found is an element, no other node.
  return (element as ElementHandle | null) ?? undefined;
}

/** None when the frame goes away meanwhile: puppeteer then throws before there is a promise. */
async function allIn(frame: Frame, selector: string): Promise<readonly ElementHandle[]> {
  try {
    return await frame.$$(selector);
  } catch {
    return [];
  }
}

/** The element once it is shown. */
export function waitForElement(page: Page, selector: string): Promise<ElementHandle> {
  return until(`${selector} to be shown`, () => findShown(page, selector));
}

function placeOf(found: ElementHandle): Promise<string> {
  return found.evaluate((element) => JSON.stringify(element.getBoundingClientRect()));
}

/** Runs in the page. Whether a click in its middle comes to it: the mask of a dialog that closes still takes clicks. */
function isReachable(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return false;
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  // None outside the view, into which it is scrolled for the click.
  return hit === null || element.contains(hit) || hit.contains(element);
}

/** Whether it can be clicked where it is for two frames: a dialog that still opens moves under the pointer. */
async function isAtRest(found: ElementHandle): Promise<boolean> {
  const before = await placeOf(found);
  await found.evaluate(twoFrames);
  return (await placeOf(found)) === before && (await found.evaluate(isReachable));
}

/** Clicks it once it is shown and holds still; a screen may be going just now. */
async function click(page: Page, selector: string, count = 1): Promise<ElementHandle> {
  return until(`${selector} to be clicked`, async () => {
    const found = await findShown(page, selector);
    if (!found || !(await isAtRest(found).catch(() => false))) return undefined;
    const clicked = await found.click({ count }).then(
      () => true,
      () => false,
    );
    return clicked ? found : undefined;
  });
}

export async function isShown(page: Page, names: readonly Screen['name'][]): Promise<boolean> {
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

/**
 * What stands in the code field, boxes joined, two frames after the page last
 * drew: a page that renders anew has then done so. Undefined without a code screen.
 */
export async function readCode(page: Page): Promise<string | undefined> {
  if (!(await isShown(page, CODE_SCREENS))) return undefined;
  for (const frame of page.frames()) {
    if ((await codesIn(frame)) === undefined) continue;
    await frame.evaluate(twoFrames).catch(() => undefined);
    // Only now: the fields from before may have been replaced, with what they held.
    return (await codesIn(frame)) ?? '';
  }
  return undefined;
}

/** What stands in the fields of a code screen that show; undefined without any, or when the screen is going just now. */
async function codesIn(frame: Frame): Promise<string | undefined> {
  try {
    const fields = await frame.evaluateHandle(shownIn, partsOf(CODE_FIELDS));
    const values = await fields.evaluate((all) =>
      all.map((field) => (field instanceof HTMLInputElement ? field.value : '')),
    );
    await fields.dispose();
    return values.length === 0 ? undefined : values.join('');
  } catch {
    return undefined;
  }
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
