import type { Page } from 'puppeteer-core';
import { waitForControl } from '../../e2e/driver/controls.ts';
import { launch, type DrivenBrowser } from '../../e2e/driver/launch.ts';
import { english, lockVault, prepareVault, clickCard } from '../../e2e/driver/nightlatch.ts';
import {
  readCodeField,
  enrolledAccount,
  openEnrolment,
  PORTAL,
  signIn,
  waitForCodeField,
  waitForFilled,
  waitForSignedIn,
} from '../../e2e/driver/stand-in.ts';
import { until } from '../../e2e/driver/until.ts';
import { startSimulator } from '../../simulator/server.ts';
import { printRows } from '../figures.ts';
import { idleCost, pause, type ThreadCost } from './trace.ts';

const SECONDS = 10;
/** A step has 30 s; a busy machine more. */
const STEP_MS = 60_000;
/** Nothing has happened for so long before the trace. */
const QUIET_SECONDS = 17;

/** Of these two we have accounts; the third is enrolled, and we have none; the fourth enrols. */
const KNOWN = ['enrolled@example.com', 'both@example.com'] as const;
const UNKNOWN = 'karl@example.com';
const NEW = 'maria@example.com';

type Button = 'offer_save' | 'prompt_locked' | 'prompt_choose';

async function waitForButton(page: Page, key: Button): Promise<void> {
  await waitForControl(page, { role: 'button', name: english(key) });
}

async function promptOf(page: Page, user: string): Promise<void> {
  await page.bringToFront();
  await signIn(page, user);
  await waitForCodeField(page);
}

/** What a page of the site can stand in while its user is away; each may begin where the last one ended. */
const STATES: Readonly<Record<string, (page: Page, driven: DrivenBrowser) => Promise<unknown>>> = {
  async 'signed-in portal'(page) {
    await signIn(page, NEW, PORTAL);
    await waitForSignedIn(page);
  },
  async 'enrolment, card asks'(page) {
    await openEnrolment(page);
    await waitForButton(page, 'offer_save');
  },
  async 'enrolment, code filled'(page) {
    await clickCard(page, 'offer_save');
    // A new step has just filled a new code: nothing is due while the trace runs.
    const first = await waitForFilled(page);
    await until(
      'the next code',
      async () => ((await readCodeField(page)) === first ? undefined : 'filled'),
      STEP_MS,
    );
  },
  async 'prompt, code filled'(page) {
    await promptOf(page, KNOWN[0]);
    await waitForFilled(page);
  },
  async 'prompt, to choose'(page) {
    await promptOf(page, UNKNOWN);
    await waitForButton(page, 'prompt_choose');
  },
  async 'prompt, locked'(page, driven) {
    await lockVault(driven);
    await promptOf(page, KNOWN[0]);
    await waitForButton(page, 'prompt_locked');
  },
};

function rowOf(name: string, cost: ThreadCost): string[] {
  const ms = [cost.scriptMs, cost.tasksMs, cost.longestMs].map((each) => `${each.toFixed(1)} ms`);
  return [name, String(cost.calls), ...ms];
}

/** What our scripts cost a page on which nothing happens, in each state it can be left in. */
export async function measureIdleSite(extension: string): Promise<void> {
  const simulator = await startSimulator();
  const driven = await launch({ simulator, extension });
  await prepareVault(
    driven,
    KNOWN.map((email) => enrolledAccount(simulator, email)),
  );
  const rows = [['', 'calls', 'script', 'whole tasks', 'longest']];
  let page = await driven.newPage();
  for (const [name, reach] of Object.entries(STATES)) {
    if (name.startsWith('prompt')) {
      await page.close();
      simulator.reset();
      page = await driven.newPage();
    }
    simulator.config({ flow: 'G1' });
    await reach(page, driven);
    await page.bringToFront();
    await pause(QUIET_SECONDS);
    rows.push(rowOf(name, await idleCost(page, driven.urlOf(''), SECONDS)));
  }
  await driven.close();
  await simulator.stop();
  printRows(`Our scripts on an idle page, CPU of ${SECONDS} s`, rows);
}
