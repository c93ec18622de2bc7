import { expect, test } from 'vitest';
import { readPageText } from '../e2e/driver/controls.ts';
import { english } from '../e2e/driver/nightlatch.ts';
import { firstJourney, USER } from '../journey/steps.ts';
import { openProtect } from './card.ts';
import { firefoxFixture } from './fixture.ts';

const fixture = firefoxFixture('absent');

test('the first journey, from no vault to a filled log-in, with a background that ends before each step', async () => {
  const { driven, simulator } = fixture;
  const page = await driven.newPage();
  let popups = 0;
  for (const step of firstJourney(driven, page, () => openProtect(driven, page))) {
    await driven.killWorker();
    const shown = await step.act();
    if (step.title.startsWith('The popup')) {
      popups += 1;
      expect(await readPageText(shown)).not.toContain(english('codes_unconfirmed'));
    }
  }
  expect(popups).toBe(1);
  const { submits } = simulator.log();
  expect(submits.map(({ place, outcome, email }) => ({ place, outcome, email }))).toEqual([
    { place: 'enrolment', outcome: 'accepted', email: USER },
    { place: 'login', outcome: 'accepted', email: USER },
  ]);
  expect(new Set(submits.map(({ code }) => code)).size).toBe(2);
});
