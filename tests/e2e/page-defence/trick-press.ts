/** A trick run on a shown card, a real press on it, and what became of both. */
import type { Page } from 'puppeteer-core';
import { clickControl, findControls, readPageText, waitForControl } from '../driver/controls.ts';
import { ARMING_MS } from '../../../lib/limits.ts';
import { english } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import { SAVE, type CardPage, type CardStage } from './card-page.ts';
import type { Point } from '../driver/page-view.ts';
import { isAlike } from './is-alike.ts';

/** Enough looks for a press to count at once: the trick's best moment. */
const SEEN_FOR_MS = 1_000;
/** Nothing has happened for so long: the looks have ended, and guards wait for news. */
export const RESTED_MS = 4_000;
/** A trick has this long before the press: the longest gap between two looks that is not held against a press, and some. */
const TRICK_MS = 450;
/** Where the card says nothing to a press, because it never came to it, this long is waited for a save. */
const VERDICT_MS = 1_500;

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** A page whose card has been in view for a while. */
export async function pageWithSeenCard(
  stage: CardStage,
  seenForMs = SEEN_FOR_MS,
): Promise<CardPage> {
  const card = await stage.pageWithCard();
  await pause(seenForMs);
  return card;
}

/** Runs the trick in the page's own world: the strongest attacker a card has to face. */
export async function runTrick(page: Page, script: string): Promise<void> {
  const findHost = `[...document.documentElement.children].find((one) => one.hasAttribute('popover'))`;
  await page.evaluate(`(${script})(${findHost})`);
  await pause(TRICK_MS);
}

/** Moves the pointer to the place, and presses there. */
export async function clickAt(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.move(x - 30, y + 40);
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.click(x, y, { delay: 40 });
}

/**
 * Presses the card's button until its account is saved: on a busy machine the
 * first press may come before the card was surely seen, and does not count.
 */
export async function pressUntilSaved(stage: CardStage, page: Page, label: string): Promise<void> {
  const saved = async () => ((await isSaved(stage, label)) ? 'saved' : undefined);
  await until('the account', async () => {
    await clickControl(page, SAVE, 2_000).catch(() => undefined);
    return until('what a press saves', saved, 2_000).catch(() => undefined);
  });
}

export async function isSaved(stage: CardStage, label: string): Promise<boolean> {
  return (await stage.labels()).includes(label);
}

/** What became of a press: the card saves, or says that something covers it, or nothing happens. */
async function verdictOn(
  stage: CardStage,
  page: Page,
  label: string,
): Promise<'saved' | 'refused' | 'nothing'> {
  const endMs = performance.now() + VERDICT_MS;
  return until('what became of the press', async () => {
    if (await isSaved(stage, label)) return 'saved';
    if ((await readPageText(page)).includes(english('offer_covered'))) return 'refused';
    return performance.now() > endMs ? 'nothing' : undefined;
  });
}

/**
 * Runs the trick and presses at the place. late: the press ended later after the
 * trick than a card must stand in plain view. That such a press counts says
 * nothing: some tricks end when the pointer comes near, and from some our script
 * takes the card back.
 */
export async function trickAndPress(
  page: Page,
  script: string,
  place: Point,
): Promise<'in time' | 'late'> {
  const startMs = performance.now();
  await runTrick(page, script);
  await clickAt(page, place);
  return performance.now() - startMs <= ARMING_MS ? 'in time' : 'late';
}

/**
 * Runs a trick on a card that has stood for `seenForMs`, presses, and says what
 * became of it. Where a late press saved, the machine was too slow, and all of
 * it is done again.
 */
export async function pressUnder(
  stage: CardStage,
  script: string,
  seenForMs?: number,
): Promise<'saved' | 'refused' | 'nothing'> {
  for (;;) {
    const { page, button, label } = await pageWithSeenCard(stage, seenForMs);
    const speed = await trickAndPress(page, script, button);
    const verdict = await verdictOn(stage, page, label);
    await page.close();
    if (verdict !== 'saved' || speed === 'in time') return verdict;
  }
}

/**
 * Runs a trick on a card, waits until it looks as before to the eye, and
 * compares as many pictures of it as are wanted. Gives how many were others.
 */
export async function expectSameLook(
  stage: CardStage,
  script: string,
  pictures = 1,
): Promise<number> {
  const { page } = await stage.pageWithCard();
  const before = await pictureAtRest(page);
  await runTrick(page, script);
  // A modal dialog comes above the card until the card comes above it.
  await until('the same picture', async () =>
    isAlike(await pictureOfCard(page), before) ? 'same' : undefined,
  );
  let others = 0;
  for (let count = 1; count < pictures; count++) {
    if (!isAlike(await pictureOfReadyCard(page), before)) others += 1;
  }
  await page.close();
  return others;
}

export async function pictureOfCard(page: Page): Promise<Uint8Array> {
  const clip = { x: 920, y: 16, width: 344, height: 150 };
  return page.screenshot({ clip });
}

async function canBePressed(page: Page): Promise<boolean> {
  return (await findControls(page, SAVE)).some(({ disabled }) => !disabled);
}

/**
 * The card dims its buttons by itself where a busy machine looked at it late: a
 * picture counts if the button could be pressed before and after it. Throws where
 * it never can be.
 */
async function pictureOfReadyCard(page: Page): Promise<Uint8Array> {
  return until('a card that can be pressed', async () => {
    if (!(await canBePressed(page))) return undefined;
    const picture = await pictureOfCard(page);
    return (await canBePressed(page)) ? picture : undefined;
  });
}

/** A busy machine may still be painting: two pictures in a row of a ready card that agree. */
export async function pictureAtRest(page: Page): Promise<Uint8Array> {
  let last: Uint8Array | undefined;
  return until('a card at rest', async () => {
    await waitForControl(page, SAVE);
    const now = await pictureOfReadyCard(page);
    const rests = last !== undefined && isAlike(now, last);
    last = now;
    return rests ? now : undefined;
  });
}
