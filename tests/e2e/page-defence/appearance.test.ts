/**
 * The promise: no style of the page changes how the card looks. Every trick is
 * tried on the real card in a real Chromium, and its picture compared with the
 * one before. Mere styles share a card; in the matrix every trick has its own.
 */
import { afterAll, beforeAll, test } from 'vitest';
import { ALL_TRICKS } from './all-tricks.ts';
import { CardStage } from './card-page.ts';
import { isMatrix } from '../driver/combinations.ts';
import { SharedLook } from './shared-look.ts';
import { canBeTakenBack } from './trick.ts';
import { expectSameLook, pictureAtRest, pictureOfCard } from './trick-press.ts';

let stage: CardStage;
let shared: SharedLook;

beforeAll(async () => {
  stage = await CardStage.open();
  shared = new SharedLook({
    open: async () => (await stage.pageWithCard()).page,
    picture: pictureOfCard,
    pictureAtRest,
  });
});

afterAll(() => stage.close());

test.each(ALL_TRICKS.filter(({ effect }) => effect === 'harmless'))(
  'the card shows as ever under $name',
  async (trick) => {
    const { script } = trick;
    const isShared = !isMatrix && canBeTakenBack(trick);
    if (isShared && (await shared.looksAsBefore(script)) === 'yes') return;
    await expectSameLook(stage, script);
  },
);
