/** The prompt is found by its shape first: in every language, and in one nobody ever spoke. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languageNames } from '../../simulator/lang/index.ts';
import { pressPrimary, signIn } from '../../simulator/person.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { openStage, submitsOf, waitUntilFilled, waitUntilSignedIn, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test.each(languageNames)('%s', async (language) => {
  const email = await stage.newUser();
  const page = await stage.newPage();
  await page.goto(`${PORTAL}?language=${language}`);
  await signIn(page, email);
  const code = await waitUntilFilled(page);
  await pressPrimary(page);
  await waitUntilSignedIn(page);
  expect(submitsOf(stage, email)).toMatchObject([{ code, outcome: 'accepted' }]);
  await page.close();
});
