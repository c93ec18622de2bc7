/**
 * Finding and pressing controls as a person does: by role and name, anywhere
 * on the page, also inside closed shadow roots, with a real mouse.
 */
import type { Page } from 'puppeteer-core';
import { chromiumView } from './chromium-view.ts';
import { firefoxView, isFirefoxPage } from './firefox/view.ts';
import type { Control, ControlQuery, PageView, Point } from './page-view.ts';
import { until, WAIT_MS } from './until.ts';

function viewOf(page: Page): PageView {
  return isFirefoxPage(page) ? firefoxView : chromiumView;
}

/** Every control of the top document and its same-process frames that matches, in tree order. */
export function findControls(page: Page, query: ControlQuery): Promise<readonly Control[]> {
  return viewOf(page).findControls(page, query);
}

/** All text of the page as the DOM holds it, closed shadow roots and same-process frames included. */
export function readPageText(page: Page): Promise<string> {
  return viewOf(page).readText(page);
}

export async function isShown(page: Page, query: ControlQuery): Promise<boolean> {
  return (await findControls(page, query)).length > 0;
}

/** The first matching control that is not disabled; waits for it. In vain, it says what the page shows. */
export async function waitForControl(
  page: Page,
  query: ControlQuery,
  timeoutMs = WAIT_MS,
): Promise<Control> {
  const what = `a ${query.role} named ${String(query.name)}`;
  const look = async (): Promise<Control | undefined> =>
    (await findControls(page, query)).find((control) => !control.disabled);
  return untilShown(page, { what, look, timeoutMs });
}

interface Look<Value> {
  readonly what: string;
  readonly look: () => Promise<Value | undefined>;
  readonly timeoutMs: number;
}

/** In vain, it says what the page shows. */
async function untilShown<Value>(
  page: Page,
  { what, look, timeoutMs }: Look<Value>,
): Promise<Value> {
  try {
    return await until(what, look, timeoutMs);
  } catch (cause) {
    const text = await readPageText(page).catch(String);
    throw new Error(`${String(cause)}; the page shows: ${text.slice(0, SHOWN_CHARACTERS)}`, {
      cause,
    });
  }
}

/** Of a page on which something was not found: enough to tell which screen it is. */
const SHOWN_CHARACTERS = 400;

/** Waits until the control is there and has stopped moving, then presses it with the mouse. */
export async function clickControl(
  page: Page,
  query: ControlQuery,
  timeoutMs = WAIT_MS,
): Promise<void> {
  let control = await waitForControl(page, query, timeoutMs);
  let last: Point | undefined;
  const point = await until(
    `a ${query.role} named ${String(query.name)} at rest`,
    async () => {
      const now = await control.middle();
      const rests = now !== undefined && last?.x === now.x && last.y === now.y;
      last = now;
      // The screen may have changed since it was found, and the next one have a control of that name.
      if (!now) control = await waitForControl(page, query, timeoutMs);
      return rests ? now : undefined;
    },
    timeoutMs,
  );
  await page.mouse.move(point.x, point.y, { steps: 4 });
  // On a busy machine the page may draw anew while the pointer is on its way.
  const { x, y } = (await control.middle()) ?? point;
  await page.mouse.click(x, y);
}

/** Waits until the page's text holds these words or matches; gives all of it. */
export function waitForText(
  page: Page,
  text: RegExp | string,
  timeoutMs = WAIT_MS,
): Promise<string> {
  const look = async (): Promise<string | undefined> => {
    const found = await readPageText(page);
    const isThere = typeof text === 'string' ? found.includes(text) : text.test(found);
    return isThere ? found : undefined;
  };
  return untilShown(page, { what: `the text ${String(text)}`, look, timeoutMs });
}

/** Like typeInto, for a field found by its role and name. */
export async function typeIntoControl(
  page: Page,
  query: ControlQuery,
  text: string,
): Promise<void> {
  await clickControl(page, query);
  await page.keyboard.type(text);
}

/** Clicks into the field and types, key by key: trusted input, as a person gives it. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector, { visible: true });
  // A dialog that is still moving into its place lets a click miss its fields.
  await until(`the focus in ${selector}`, async () => {
    await page.click(selector);
    return (await page.$eval(selector, hasFocus)) ? 'there' : undefined;
  });
  await page.keyboard.type(text);
}

/** Runs in the page. */
function hasFocus(element: Element): boolean {
  const root = element.getRootNode();
  return (root instanceof ShadowRoot ? root : document).activeElement === element;
}
