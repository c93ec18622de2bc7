/** Firefox before 149 opens the popup only within a user's gesture, which no press in a page is. */
import { expect, test } from 'vitest';
import { protectCodes } from '../e2e/driver/nightlatch.ts';
import { openEnrolment, signIn, waitForFilled, waitForSignedIn } from '../e2e/driver/stand-in.ts';
import { USER } from '../journey/steps.ts';
import { firefoxFixture } from './fixture.ts';
import { openProtect } from './card.ts';

const fixture = firefoxFixture('absent', {
  'extensions.openPopupWithoutUserGesture.enabled': false,
});

test('there the card opens a small window in its place, which speaks of the page', async () => {
  const { driven } = fixture;
  const page = await driven.newPage();
  await signIn(page, USER);
  await waitForSignedIn(page);
  await openEnrolment(page);
  await protectCodes(await openProtect(driven, page));
  const code = await waitForFilled(page);
  expect(fixture.simulator.pendingCodes().map((pending) => pending.code)).toContain(code);
});
