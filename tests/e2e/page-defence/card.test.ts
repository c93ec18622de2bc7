/**
 * The promise: a press on the card counts only when the user could see it.
 * Every trick is tried on the real card in a real Chromium, with real mouse
 * input; a release is an account in the vault.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../driver/until.ts';
import { ALL_TRICKS } from './all-tricks.ts';
import { CardStage } from './card-page.ts';
import { PRESSES_OF_THE_PAGE } from './style-tricks.ts';
import {
  clickAt,
  isSaved,
  pageWithSeenCard,
  pressUnder,
  pressUntilSaved,
  RESTED_MS,
  runTrick,
} from './trick-press.ts';

let stage: CardStage;

beforeAll(async () => {
  stage = await CardStage.open();
});

afterAll(() => stage.close());

async function isSavedNow(label: string): Promise<true | undefined> {
  return (await isSaved(stage, label)) ? true : undefined;
}

test('a press on a card in plain view counts', async () => {
  const { page, label } = await pageWithSeenCard(stage);
  await pressUntilSaved(stage, page, label);
  await page.close();
});

test('a press on a card that has stood there for long counts at once', async () => {
  await until(
    'a first press that counts',
    async () => {
      const { page, button, label } = await pageWithSeenCard(stage, RESTED_MS);
      await clickAt(page, button);
      const saved = await until('the account', () => isSavedNow(label), 5_000).catch(
        () => undefined,
      );
      await page.close();
      return saved;
    },
    90_000,
  );
});

test('a modal dialog of the page does not keep the card from its user', async () => {
  const { page, label } = await pageWithSeenCard(stage);
  await runTrick(
    page,
    `() => { document.body.append(Object.assign(document.createElement('dialog'), { textContent: 'Scan' }));
      document.querySelector('dialog').showModal(); }`,
  );
  // It comes above the dialog, and must have been seen there for a while.
  await pressUntilSaved(stage, page, label);
  await page.close();
});

test('presses made by the page count for nothing, and the press of the user counts all the same', async () => {
  const { page, label } = await pageWithSeenCard(stage);
  await runTrick(page, PRESSES_OF_THE_PAGE);
  await page.waitForFunction(() => Number(document.documentElement.dataset['rounds']) >= 20);
  expect(await isSaved(stage, label)).toBe(false);
  await pressUntilSaved(stage, page, label);
  await page.close();
});

describe('no press counts under', () => {
  test.each(ALL_TRICKS.filter(({ effect }) => effect === 'covered'))(
    '$name',
    async ({ script }) => {
      expect(await pressUnder(stage, script)).not.toBe('saved');
    },
  );
});

describe('no press counts on a card that has stood there for long under', () => {
  const ending = ALL_TRICKS.filter(({ name }) =>
    /lifts when|flickers every 100|until the pointer/.test(name),
  );
  test.each(ending)('$name', async ({ script }) => {
    expect(await pressUnder(stage, script, RESTED_MS)).not.toBe('saved');
  });
});
