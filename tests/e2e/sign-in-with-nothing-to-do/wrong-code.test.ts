import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { prepareVault } from '../driver/nightlatch.ts';
import {
  readCodeField,
  enrolledAccount,
  recentCodes,
  clickText,
  signIn,
  waitForFilled,
} from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';

let simulator: Simulator;
let driven: DrivenBrowser;
beforeAll(async () => {
  simulator = await startSimulator({ config: { wrongCode: 'cleared' } });
  driven = await launch({ simulator });
  await prepareVault(driven, [
    // The stand-in knows this user by another secret: every code is wrong.
    { ...enrolledAccount(simulator, 'karl@example.com'), label: 'enrolled@example.com' },
  ]);
});
afterAll(async () => {
  await driven.close();
  await simulator.stop();
});

test('a code the page refused is neither filled nor sent again', async () => {
  const page = await driven.newPage();
  await signIn(page, 'enrolled@example.com');
  const code = await waitForFilled(page);
  await clickText(page, 'Submit');
  await waitForText(page, /The token is incorrect/);
  await until('the field to be cleared by the page', async () =>
    (await readCodeField(page)) === '' ? true : undefined,
  );
  // Whatever comes next in this prompt is a later code, and nobody but the user sends it.
  const stepOf = (): number => Math.floor(simulator.clock.nowMs() / 30_000);
  const refusedIn = stepOf();
  const later = await until(
    'a later code, or none until the step is over',
    async () => {
      const value = await readCodeField(page);
      if (value !== undefined && value !== '') return value;
      return stepOf() > refusedIn ? '' : undefined;
    },
    90_000,
  );
  expect(later).not.toBe(code);
  const { submits } = simulator.log();
  expect(submits).toMatchObject([{ outcome: 'wrong' }]);
  expect(recentCodes(simulator, 'karl@example.com')).toContain(submits[0]?.code);
});
