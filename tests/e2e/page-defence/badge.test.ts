/**
 * The promise: a press on the badge at a code field counts only when the user
 * could see it. The tricks of the card's table are tried on the real badge in a
 * real Chromium, with a real mouse; a press that counts fills a code, or has
 * the badge wait for the next one.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMatrix } from '../driver/combinations.ts';
import { clickControl, readPageText, waitForControl } from '../driver/controls.ts';
import { addAccount, english } from '../driver/nightlatch.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { ALL_TRICKS } from './all-tricks.ts';
import { CardStage, getMiddle } from './card-page.ts';
import type { Point } from '../driver/page-view.ts';
import { INHERITED_TRICKS } from './inherited-tricks.ts';
import { clickThroughWindow } from './second-click.ts';
import { SharedLook } from './shared-look.ts';
import { canBeTakenBack } from './trick.ts';
import { isAlike } from './is-alike.ts';
import { pause, runTrick, trickAndPress } from './trick-press.ts';

/** The badge after a press that counted: the code is in, or its step has given one before. */
const SERVED = new RegExp(
  `${english('prompt_filled')}|${english('prompt_seconds').replace('$1', String.raw`\d+`)}`,
  'u',
);
const OFFER = { role: 'button', name: english('prompt_offer') } as const;
/** ms: enough looks for a press to count at once. */
const SEEN_FOR_MS = 1_500;
/** ms: a busy machine may need many rounds until one is quick enough to prove something. */
const BUSY_MS = 100_000;
/** ms: long enough for a press that counts to have shown. */
const VERDICT_MS = 2_000;

/** The page may turn the badge's own direction, which follows its field. */
const MIRRORED = /writing from the right/u;

let stage: CardStage;
beforeAll(async () => {
  stage = await CardStage.open();
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  await addAccount(stage.own, { issuer: 'TP-Link', label: 'maria@example.com', secret });
});
afterAll(() => stage.close());

/** A page that asks for a code, whose badge offers one. */
async function pageWithBadge(): Promise<Page> {
  const page = await stage.driven.newPage(`${PORTAL}bare.html`);
  await page.bringToFront();
  await waitForControl(page, OFFER);
  return page;
}

/** The same, whose badge has been in view for a while. */
async function pageWithSeenBadge(): Promise<{ readonly page: Page; readonly button: Point }> {
  const page = await pageWithBadge();
  await pause(SEEN_FOR_MS);
  return { page, button: await getMiddle(await waitForControl(page, OFFER)) };
}

/** Whether the press on the badge counted: the field is filled, or the badge says when it will be. */
async function answerOf(page: Page): Promise<'counted' | 'nothing'> {
  const endMs = performance.now() + VERDICT_MS;
  return until('what became of the press', async () => {
    const digits = await page.$eval('#code', (field) => (field as HTMLInputElement).value);
    if (digits !== '' || SERVED.test(await readPageText(page))) return 'counted';
    return performance.now() > endMs ? 'nothing' : undefined;
  });
}

/** px: its ends are round, and the page shows beside them. */
const ROUND_PX = 14;

/** The badge's own pixels, where it stands now. */
async function pictureOf(page: Page): Promise<Uint8Array> {
  const clip = await page.evaluate(() => {
    const host = document.querySelector('html > [popover]');
    const { x = 0, y = 0, width = 1, height = 1 } = host?.getBoundingClientRect() ?? {};
    return { x, y, width, height };
  });
  const inner = { x: clip.x + ROUND_PX, width: Math.max(1, clip.width - 2 * ROUND_PX) };
  return page.screenshot({ clip: { ...clip, ...inner } });
}

async function pictureAtRest(page: Page): Promise<Uint8Array> {
  let last: Uint8Array | undefined;
  return until('a badge at rest', async () => {
    const now = await pictureOf(page);
    const rests = last !== undefined && isAlike(now, last);
    last = now;
    return rests ? now : undefined;
  });
}

test('a press on a badge in plain view counts', async () => {
  const { page } = await pageWithSeenBadge();
  // On a busy machine the first press may come before the badge was surely seen.
  await until('a press that counts', async () => {
    await clickControl(page, OFFER, 2_000).catch(() => undefined);
    return (await answerOf(page)) === 'counted' ? true : undefined;
  });
  await page.close();
});

describe('no press counts under', () => {
  // These are about the card's own place and size, or leave the badge in plain view: it is no part of the body.
  const covering = ALL_TRICKS.filter(
    ({ effect, name }) => effect === 'covered' && !/alone|hole|fades its body/.test(name),
  );
  test.each(covering)('$name', async ({ script }) => {
    await until(
      'a press on a busy machine',
      async () => {
        const { page, button } = await pageWithSeenBadge();
        const speed = await trickAndPress(page, script, button);
        const answer = await answerOf(page);
        await page.close();
        if (answer === 'counted' && speed === 'late') return undefined;
        expect(answer).toBe('nothing');
        return true;
      },
      BUSY_MS,
    );
  });
});

describe('the badge shows as ever under', () => {
  const harmless = INHERITED_TRICKS.filter(
    ({ effect, name }) => effect === 'harmless' && !MIRRORED.test(name),
  );
  const shared = new SharedLook({ open: pageWithBadge, picture: pictureOf, pictureAtRest });
  test.each(harmless)('$name', async (trick) => {
    const { script } = trick;
    const isShared = !isMatrix && canBeTakenBack(trick);
    if (isShared && (await shared.looksAsBefore(script)) === 'yes') return;
    const page = await pageWithBadge();
    const before = await pictureAtRest(page);
    await runTrick(page, script);
    await until('the same picture', async () =>
      isAlike(await pictureOf(page), before) ? 'same' : undefined,
    );
    expect(await readPageText(page)).toContain(english('prompt_offer'));
    await page.close();
  });
});

test('the second click of a double click on a window that lay over the badge counts for nothing', async () => {
  await until(
    'a double click on a busy machine',
    async () => {
      const { page, button } = await pageWithSeenBadge();
      const speed = await clickThroughWindow(page, button);
      const answer = await answerOf(page);
      await page.close();
      if (speed === 'slow') return undefined;
      expect(answer).toBe('nothing');
      return true;
    },
    BUSY_MS,
  );
});
