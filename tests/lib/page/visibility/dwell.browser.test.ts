/** What a press counts for whose pointer was over something else until just now. */
import type { Point } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';

/** Away from the button, on the page. */
const AWAY: Point = { x: 600, y: 600 };
const BUTTON: Point = { x: 100, y: 30 };
/** ms: longer than the dwell, and than a pointer may rest on its way. */
const LONG_MS = 1_500;
/** ms: as long as it takes at least to find something in a list. */
const LIST_MS = 400;
/** ms: shorter than the dwell. A busy machine may take longer for a press: that one proves nothing. */
const PRESS_MS = 500;

const BUTTON_PAGE =
  '<style>body{margin:0}</style><button id="b" style="width:200px;height:60px">Save</button>';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());
beforeEach(async () => {
  await tab.show(BUTTON_PAGE);
  await tab.page.bringToFront();
  await tab.ours(`room.timeClicks('#b')`);
});

const verdicts = (): Promise<readonly string[]> => tab.ours('room.log');

/** Presses the button after `way`; gives what the press counted for, or nothing where it took too long. */
async function pressAfter(way: () => Promise<void>): Promise<string | undefined> {
  await tab.page.mouse.move(AWAY.x, AWAY.y);
  await new Promise((resolve) => setTimeout(resolve, LONG_MS));
  const before = (await verdicts()).length;
  const startMs = performance.now();
  await way();
  await tab.page.mouse.click(BUTTON.x, BUTTON.y);
  const isQuick = performance.now() - startMs <= PRESS_MS;
  return isQuick ? (await verdicts())[before] : undefined;
}

test('a pointer that comes over the page has read what it presses', async () => {
  const way = async (): Promise<void> => {
    await tab.page.mouse.move(AWAY.x - 1, AWAY.y);
    await tab.page.mouse.move(BUTTON.x + 1, BUTTON.y);
  };
  expect(await until('a quick press', () => pressAfter(way), 60_000)).toBe('read');
});

test('a pointer that is on the button without a way to it was over another window until then', async () => {
  const way = async (): Promise<void> => undefined;
  expect(await until('a quick press', () => pressAfter(way), 60_000)).toBe('too soon');
});

test('a pointer whose way has a gap was over a list that the page has taken away', async () => {
  const press = async (): Promise<string | undefined> => {
    const before = (await verdicts()).length;
    await tab.page.mouse.move(AWAY.x, AWAY.y);
    await new Promise((resolve) => setTimeout(resolve, LONG_MS));
    await tab.page.mouse.move(AWAY.x - 1, AWAY.y);
    const startMs = performance.now();
    await new Promise((resolve) => setTimeout(resolve, LIST_MS));
    await tab.page.mouse.move(BUTTON.x - 1, BUTTON.y);
    const isQuick = performance.now() - startMs <= PRESS_MS;
    await tab.page.mouse.click(BUTTON.x, BUTTON.y);
    return isQuick ? (await verdicts())[before] : undefined;
  };
  expect(await until('a gap that is short', press, 60_000)).toBe('too soon');
});

test('a page that keeps the pointer’s moves from us has the first press refused', async () => {
  await tab.show(BUTTON_PAGE);
  await tab.page.evaluate(() => {
    const keep = (event: Event): void => event.stopImmediatePropagation();
    for (const type of ['pointermove', 'pointerout']) window.addEventListener(type, keep, true);
  });
  await tab.ours(`room.timeClicks('#b')`);
  const before = (await verdicts()).length;
  await new Promise((resolve) => setTimeout(resolve, LONG_MS));
  await tab.page.mouse.click(BUTTON.x, BUTTON.y);
  expect((await verdicts())[before]).toBe('too soon');
  // The user reads what is there, and presses again.
  await new Promise((resolve) => setTimeout(resolve, LONG_MS));
  await tab.page.mouse.click(BUTTON.x, BUTTON.y);
  expect((await verdicts())[before + 1]).toBe('read');
});

/**
 * The page's listeners came first, and let none of these through; from its
 * focus on it keeps its thread busy for longer than our looks are apart.
 */
function keepEventsFromUs(): void {
  const kept = ['focus', 'blur', 'visibilitychange', 'pageshow', 'pointermove', 'pointerout'];
  for (const type of kept) {
    const keep = (event: Event): void => {
      event.stopImmediatePropagation();
      const busyMs = type === 'focus' ? 250 : 0;
      const endMs = performance.now() + busyMs;
      while (performance.now() < endMs);
    };
    window.addEventListener(type, keep, { capture: true });
  }
}

test('a page that hides its window over ours from us, and is busy until the press, gains nothing', async () => {
  await tab.show(BUTTON_PAGE);
  await tab.page.evaluate(keepEventsFromUs);
  await tab.ours(`room.timeClicks('#b')`);
  const { mouse } = tab.page;
  const press = async (): Promise<string | undefined> => {
    await tab.page.bringToFront();
    await mouse.move(BUTTON.x, BUTTON.y);
    const over = await tab.page.browser().newPage();
    await over.bringToFront();
    await new Promise((resolve) => setTimeout(resolve, LONG_MS));
    const before = (await verdicts()).length;
    const startMs = performance.now();
    // All at once: they wait together until the page is done.
    await Promise.all([tab.page.bringToFront(), mouse.down(), mouse.up()]);
    const isQuick = performance.now() - startMs <= 650;
    await over.close();
    return isQuick ? (await verdicts())[before] : undefined;
  };
  expect(await until('a quick press', press, 60_000)).toBe('too soon');
});
