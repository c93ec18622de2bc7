/** Every trick of the page's table, and the double click, many times in one run. */
import { ALL_TRICKS } from '../page-defence/all-tricks.ts';
import { CardStage } from '../page-defence/card-page.ts';
import { clickThroughWindow } from '../page-defence/second-click.ts';
import {
  expectSameLook,
  isSaved,
  pageWithSeenCard,
  pause,
  pressUnder,
  RESTED_MS,
} from '../page-defence/trick-press.ts';
import type { Trick } from '../page-defence/trick.ts';

export interface TrickResult {
  /** Presses on a card that the trick had covered, and how many the card itself refused with a word. */
  presses: number;
  refused: number;
  /** Pictures of a card that the trick could not change. */
  pictures: number;
  readonly wrong: string[];
}

/** A busy machine may take longer to load a page than a browser's driver waits: so often a trick begins anew. */
const ATTEMPTS = 3;
/** Most of a try is waiting: so many browsers have their tries at the same time. */
const BROWSERS_AT_ONCE = 4;

/** Each try has a page of its own: a refused press brings the card above what covered it. */
async function tryCovered(
  stage: CardStage,
  { name, script }: Trick,
  tries: number,
  result: TrickResult,
): Promise<void> {
  for (let count = 1; count <= tries; count++) {
    // Every third card has stood for so long that its looks have ended.
    const seenForMs = count % 3 === 0 ? RESTED_MS : undefined;
    const verdict = await pressUnder(stage, script, seenForMs);
    result.presses += 1;
    if (verdict === 'refused') result.refused += 1;
    if (verdict === 'saved') result.wrong.push(`${name}: try ${count} was saved`);
  }
}

/** The trick stands while as many pictures are taken. */
async function tryHarmless(
  stage: CardStage,
  { name, script }: Trick,
  tries: number,
  result: TrickResult,
): Promise<void> {
  const others = await expectSameLook(stage, script, tries).catch(() => tries);
  result.pictures += tries;
  if (others > 0) result.wrong.push(`${name}: ${others} of ${tries} pictures are others`);
}

/**
 * A browser grows slow with thousands of pages, and its vault locks after a quarter
 * of an hour: each trick has one of its own.
 */
async function runTrick(trick: Trick, tries: number): Promise<TrickResult> {
  for (let attempt = 1; ; attempt++) {
    const result: TrickResult = { presses: 0, refused: 0, pictures: 0, wrong: [] };
    const stage = await CardStage.open();
    try {
      await (trick.effect === 'covered' ? tryCovered : tryHarmless)(stage, trick, tries, result);
      return result;
    } catch (thrown) {
      // What was saved under a trick is never forgotten for a page that did not load.
      if (result.wrong.length > 0 || attempt === ATTEMPTS) throw thrown;
    } finally {
      await stage.close();
    }
  }
}

/** `tries` times each: presses where a trick covers the card, pictures where none may change it. */
export async function runTricks(
  tries: number,
  report: (result: TrickResult, name: string) => void = () => undefined,
): Promise<TrickResult> {
  const result: TrickResult = { presses: 0, refused: 0, pictures: 0, wrong: [] };
  const left = [...ALL_TRICKS];
  const browsers = Array.from({ length: BROWSERS_AT_ONCE }, async () => {
    for (let trick = left.shift(); trick; trick = left.shift()) {
      const { presses, refused, pictures, wrong } = await runTrick(trick, tries);
      result.presses += presses;
      result.refused += refused;
      result.pictures += pictures;
      result.wrong.push(...wrong);
      report(result, trick.name);
    }
  });
  await Promise.all(browsers);
  return result;
}

export interface DoubleClickResult {
  clicks: number;
  /** Of which the second came too late, on a busy machine: they count for nothing. */
  slow: number;
  readonly wrong: string[];
}

/** ms: long enough for a press that counts to have saved. */
const SAVED_MS = 2_500;

/** As many second clicks through a window of the page that closes under the first one. */
export async function runDoubleClicks(
  count: number,
  report: (result: DoubleClickResult) => void = () => undefined,
): Promise<DoubleClickResult> {
  const result: DoubleClickResult = { clicks: 0, slow: 0, wrong: [] };
  const stage = await CardStage.open();
  try {
    while (result.clicks < count) {
      const { page, button, label } = await pageWithSeenCard(stage);
      const speed = await clickThroughWindow(page, button);
      await pause(SAVED_MS);
      const saved = await isSaved(stage, label);
      await page.close();
      // The press of a user who has had the card before him for a while is one that counts.
      if (speed === 'slow') result.slow += 1;
      else {
        result.clicks += 1;
        if (saved) result.wrong.push(`double click ${result.clicks} was saved`);
      }
      report(result);
    }
    return result;
  } finally {
    await stage.close();
  }
}
