import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstJourney, USER } from '../../journey/steps.ts';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { piercedText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { english } from '../driver/nightlatch.ts';
import { PORTAL } from '../driver/stand-in.ts';

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

  test('every step leads to the next, and the page accepts both codes', async () => {
    const page = await driven.newPage();
    for (const step of firstJourney(driven, page)) {
      if (between === 'kill') await driven.killWorker();
      const shown = await step.act();
      if (step.title.startsWith('The popup')) {
        const text = await piercedText(shown);
        expect(text).toContain('TP-Link');
        expect(text).not.toContain(english('codes_unconfirmed'));
      }
    }
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
  });
});
