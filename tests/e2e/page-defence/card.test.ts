/**
 * The promise: a press on the card counts only when the user could see it.
 * Every trick is tried on the real card in a real Chromium, with real mouse
 * input; a release is an account in the vault.
 */
import type { Page } from 'puppeteer-core';
import { PNG } from 'pngjs';
import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { readPageText, waitForControl } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english, PASSPHRASE } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { COVER_TRICKS } from './cover-tricks.ts';
import { INHERITED_TRICKS } from './inherited-tricks.ts';
import { PRESSES_OF_THE_PAGE, STYLE_TRICKS } from './style-tricks.ts';

const ALL_TRICKS = [...COVER_TRICKS, ...STYLE_TRICKS, ...INHERITED_TRICKS];
const SAVE = { role: 'button', name: english('offer_save') } as const;

/** Enough looks for a press to count at once: the trick's best moment. */
const SEEN_FOR_MS = 1_000;
/** Nothing has happened for so long: the looks have ended, and guards wait for news. */
const RESTED_MS = 4_000;
/** A trick has this long before the press: the longest gap between two looks, and some. */
const TRICK_MS = 320;
/** Where the card says nothing to a press, because it never came to it, this long is waited for a save. */
const VERDICT_MS = 1_500;

interface Point {
  readonly x: number;
  readonly y: number;
}

let simulator: Simulator;
let driven: DrivenBrowser;
let own: Page;
let count = 0;

beforeAll(async () => {
  simulator = await startSimulator({ config: { flow: 'G1' } });
  driven = await launch({ simulator });
  own = await driven.openOwn('options.html');
  await askAsOwnPage(own, 'createVault', { kind: 'passphrase', passphrase: PASSPHRASE });
});

afterAll(async () => {
  await driven.close();
  await simulator.stop();
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** A code of its own each time: one that is saved already would be offered in other words. */
function qrAddress(label: string): string {
  const digits = count.toString(7).replaceAll(/\d/g, (digit) => 'ABCDEFG'.charAt(Number(digit)));
  const uri = `otpauth://totp/TP-Link:${label}?secret=${digits.padStart(32, 'Z')}&issuer=TP-Link`;
  const { data, size } = encode(uri, { border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

async function middleOf(page: Page, backendNodeId: number): Promise<Point> {
  const session = await page.createCDPSession();
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
  await session.detach();
  const [left = 0, top = 0, , , right = 0, bottom = 0] = quads[0] ?? [];
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** A page of the site with a code of its own, whose card has been in view for a while. */
async function pageWithCard(
  seenForMs = SEEN_FOR_MS,
): Promise<{ page: Page; button: Point; label: string }> {
  count += 1;
  const label = `trick-${count}@example.com`;
  const page = await driven.newPage('https://vms.tplinkcloud.com/');
  await page.bringToFront();
  await page.evaluate((address) => {
    document.body.innerHTML = `<img width="200" height="200" src="${address}">`;
  }, qrAddress(label));
  const { backendNodeId } = await waitForControl(page, SAVE);
  await pause(seenForMs);
  return { page, button: await middleOf(page, backendNodeId), label };
}

/** Runs the trick in the page's own world: the strongest attacker a card has to face. */
async function runTrick(page: Page, script: string): Promise<void> {
  const findHost = `[...document.documentElement.children].find((one) => one.hasAttribute('popover'))`;
  await page.evaluate(`(${script})(${findHost})`);
}

async function clickAt(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.move(x - 30, y + 40);
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.click(x, y, { delay: 40 });
}

async function isSaved(label: string): Promise<boolean> {
  const accounts = (await askAsOwnPage(own, 'accounts', { bin: 'live' })) as readonly {
    label: string;
  }[];
  return accounts.some((account) => account.label === label);
}

async function pictureOfCard(page: Page): Promise<Uint8Array> {
  const clip = { x: 920, y: 16, width: 344, height: 150 };
  return page.screenshot({ clip });
}

/** The same to the eye: another layer under the card rounds a few edges otherwise. */
function isAlike(one: Uint8Array, other: Uint8Array): boolean {
  const levels = PNG.sync.read(Buffer.from(one)).data;
  const others = PNG.sync.read(Buffer.from(other)).data;
  return levels.every((level, index) => Math.abs(level - (others[index] ?? -999)) <= 16);
}

/** A busy machine may still be painting: two pictures in a row that agree. */
async function pictureAtRest(page: Page): Promise<Uint8Array> {
  let last: Uint8Array | undefined;
  return until('a card at rest', async () => {
    const now = await pictureOfCard(page);
    const rests = last !== undefined && isAlike(now, last);
    last = now;
    return rests ? now : undefined;
  });
}

test('a press on a card in plain view counts', async () => {
  const { page, button, label } = await pageWithCard();
  await clickAt(page, button);
  await until('the account', async () => ((await isSaved(label)) ? 'saved' : undefined));
  await page.close();
});

test('a press on a card that has stood there for long counts at once', async () => {
  const { page, button, label } = await pageWithCard(RESTED_MS);
  await clickAt(page, button);
  await until('the account', async () => ((await isSaved(label)) ? 'saved' : undefined));
  await page.close();
});

test('a modal dialog of the page does not keep the card from its user', async () => {
  const { page, button, label } = await pageWithCard();
  await runTrick(
    page,
    `() => { document.body.append(Object.assign(document.createElement('dialog'), { textContent: 'Scan' }));
      document.querySelector('dialog').showModal(); }`,
  );
  // It comes above the dialog, and must have been seen there for a while.
  await pause(TRICK_MS + SEEN_FOR_MS + 1_500);
  await clickAt(page, button);
  await until('the account', async () => ((await isSaved(label)) ? 'saved' : undefined));
  await page.close();
});

/** What became of a press: the card saves, or says that something covers it, or nothing happens. */
async function verdictOn(page: Page, label: string): Promise<'saved' | 'refused' | 'nothing'> {
  const endMs = performance.now() + VERDICT_MS;
  return until('what became of the press', async () => {
    if (await isSaved(label)) return 'saved';
    if ((await readPageText(page)).includes(english('offer_covered'))) return 'refused';
    return performance.now() > endMs ? 'nothing' : undefined;
  });
}

test('presses made by the page count for nothing, and the press of the user counts all the same', async () => {
  const { page, button, label } = await pageWithCard();
  await runTrick(page, PRESSES_OF_THE_PAGE);
  await page.waitForFunction(() => Number(document.documentElement.dataset['rounds']) >= 20);
  expect(await isSaved(label)).toBe(false);
  await clickAt(page, button);
  expect(await verdictOn(page, label)).toBe('saved');
  await page.close();
});

/** Runs a trick on a card that has stood for `restMs`, and presses. */
async function expectNoRelease(script: string, restMs?: number): Promise<void> {
  const { page, button, label } = await pageWithCard(restMs);
  await runTrick(page, script);
  await pause(TRICK_MS);
  await clickAt(page, button);
  expect(await verdictOn(page, label)).not.toBe('saved');
  await page.close();
}

describe('no press counts under', () => {
  test.each(ALL_TRICKS.filter(({ effect }) => effect === 'covered'))('$name', async ({ script }) =>
    expectNoRelease(script),
  );
});

describe('no press counts on a card that has stood there for long under', () => {
  const ending = ALL_TRICKS.filter(({ name }) =>
    /lifts when|flickers every 100|until the pointer/.test(name),
  );
  test.each(ending)('$name', async ({ script }) => expectNoRelease(script, RESTED_MS));
});

describe('the card shows as ever under', () => {
  test.each(ALL_TRICKS.filter(({ effect }) => effect === 'harmless'))(
    '$name',
    async ({ script }) => {
      // Its picture needs no time in which it was seen.
      const { page } = await pageWithCard(0);
      const before = await pictureAtRest(page);
      await runTrick(page, script);
      await pause(TRICK_MS);
      // A modal dialog comes above the card until the card comes above it.
      await until('the same picture', async () =>
        isAlike(await pictureOfCard(page), before) ? 'same' : undefined,
      );
      await page.close();
    },
  );
});
