/** What most end-to-end tests begin with: a stand-in, a browser, and a vault that fits it. */
import { beforeAll, beforeEach } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { launch, type DrivenBrowser } from './launch.ts';
import { addAccount, forgetAccounts, prepareVault } from './nightlatch.ts';
import { enrolledAccount } from './stand-in.ts';

/** Read in tests and hooks only: before, there is none. */
export interface Fixture {
  readonly simulator: Simulator;
  readonly driven: DrivenBrowser;
}

/** A browser at `simulator` with an open vault that holds the accounts of these enrolled users. */
async function launchWith(simulator: Simulator, emails: readonly string[]): Promise<DrivenBrowser> {
  const driven = await launch({ simulator });
  await prepareVault(
    driven,
    emails.map((email) => enrolledAccount(simulator, email)),
  );
  return driven;
}

function fixtureOf(set: { now?: Fixture }): Fixture {
  const get = (): Fixture => {
    if (!set.now) throw new Error('the fixture is set in a hook: too early');
    return set.now;
  };
  return {
    get simulator() {
      return get().simulator;
    },
    get driven() {
      return get().driven;
    },
  };
}

/** One for all tests of the file; `prepare` may change the stand-in before the browser starts. */
export function sharedFixture(
  emails: readonly string[],
  prepare?: (simulator: Simulator) => void,
): Fixture {
  const set: { now?: Fixture } = {};
  beforeAll(async () => {
    const simulator = await startSimulator();
    prepare?.(simulator);
    const driven = await launchWith(simulator, emails);
    set.now = { simulator, driven };
    return async () => {
      await driven.close();
      await simulator.stop();
    };
  });
  return fixtureOf(set);
}

/**
 * One browser for all tests of the file, put back before each: a stand-in that
 * knows nothing yet, no page open and nobody signed in, an open vault that
 * holds new accounts of these users. An account that is new has given no code
 * in this step, so no test waits for the step another test used.
 */
export function cleanFixture(emails: readonly string[]): Fixture {
  const set: { now?: Fixture } = {};
  beforeAll(async () => {
    const simulator = await startSimulator();
    const driven = await launchWith(simulator, []);
    set.now = { simulator, driven };
    return async () => {
      await driven.close();
      await simulator.stop();
    };
  });
  beforeEach(async () => {
    const { simulator, driven } = fixtureOf(set);
    simulator.reset();
    const own = await driven.openOwn('options.html');
    for (const page of await driven.browser.pages()) if (page !== own) await page.close();
    const session = await own.createCDPSession();
    await session.send('Network.clearBrowserCookies');
    await session.detach();
    await forgetAccounts(own);
    for (const email of emails) await addAccount(own, enrolledAccount(simulator, email));
    // A window without a tab would end.
    await driven.newPage();
    await own.close();
  });
  return fixtureOf(set);
}
