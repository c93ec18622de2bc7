import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstJourney, USER } from '../../journey/steps.ts';
import { base32Decode } from '../../simulator/base32.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { readPageText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { english, PASSPHRASE } from '../driver/nightlatch.ts';
import { grepProfile, secretNeedles, textNeedles } from '../driver/profile.ts';
import { enrolledAccount, PORTAL } from '../driver/stand-in.ts';

const runs = [
  { title: 'the first journey, from no vault to a filled log-in', between: 'nothing' },
  { title: 'the same with the background killed between every two steps', between: 'kill' },
] as const;

describe.each(runs)('$title', ({ between }) => {
  let simulator: Simulator;
  let driven: DrivenBrowser;
  beforeAll(async () => {
    simulator = await startSimulator();
    driven = await launch({ simulator });
  });
  afterAll(async () => {
    await driven.close();
    await simulator.stop();
  });

  test('every step leads to the next, the page accepts both codes, the disk learns no secret', async () => {
    const page = await driven.newPage();
    let popups = 0;
    for (const step of firstJourney(driven, page)) {
      if (between === 'kill') await driven.killWorker();
      const shown = await step.act();
      if (step.title.startsWith('The popup')) {
        popups += 1;
        const text = await readPageText(shown);
        expect(text).toContain('TP-Link');
        expect(text).not.toContain(english('codes_unconfirmed'));
      }
    }
    expect(popups).toBe(1);
    const submits = simulator.log().submits.map(({ place, outcome, email }) => ({
      place,
      outcome,
      email,
    }));
    expect(submits).toEqual([
      { place: 'enrolment', outcome: 'accepted', email: USER },
      { place: 'login', outcome: 'accepted', email: USER },
    ]);
    const codes = simulator.log().submits.map(({ code }) => code);
    expect(new Set(codes).size).toBe(2);
    expect(page.url().startsWith(PORTAL)).toBe(true);

    // The secret came as pixels, crossed three processes and was saved: the disk must not know it.
    const { secret } = enrolledAccount(simulator, USER);
    await driven.kill();
    const needles = [
      ...secretNeedles('the secret', base32Decode(secret), secret),
      ...textNeedles('the passphrase', PASSPHRASE),
    ];
    expect(await grepProfile(driven.profileDirectory, needles)).toEqual([]);
  });
});
