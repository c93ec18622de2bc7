/**
 * The promise: no style of the page changes how the card looks. Every trick is
 * tried on the real card in a real Chromium, and its picture compared with the
 * one before.
 */
import { afterAll, beforeAll, test } from 'vitest';
import { ALL_TRICKS } from './all-tricks.ts';
import { CardStage } from './card-page.ts';
import { expectSameLook } from './trick-press.ts';

let stage: CardStage;

beforeAll(async () => {
  stage = await CardStage.open();
});

afterAll(() => stage.close());

test.each(ALL_TRICKS.filter(({ effect }) => effect === 'harmless'))(
  'the card shows as ever under $name',
  async ({ script }) => {
    await expectSameLook(stage, script);
  },
);
