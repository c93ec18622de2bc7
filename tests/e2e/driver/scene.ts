/** What most end-to-end tests begin with: a stand-in, a browser, and a vault that fits it. */
import { beforeAll, beforeEach } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { launch, type DrivenBrowser } from './launch.ts';
import { addAccount, forgetAccounts, prepareVault } from './nightlatch.ts';
import { enrolledAccount } from './stand-in.ts';

/** Read in tests and hooks only: before, there is none. */
export interface Scene {
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

function sceneOf(set: { now?: Scene }): Scene {
  const get = (): Scene => {
    if (!set.now) throw new Error('the scene is set in a hook: too early');
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
export function sharedScene(
  emails: readonly string[],
  prepare?: (simulator: Simulator) => void,
): Scene {
  const set: { now?: Scene } = {};
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
  return sceneOf(set);
}

/**
 * One browser for all tests of the file, put back before each: a stand-in that
 * knows nothing yet, no page open and nobody signed in, an open vault that
 * holds new accounts of these users. An account that is new has given no code
 * in this step, so no test waits for the step another test used.
 */
export function cleanScene(emails: readonly string[]): Scene {
  const set: { now?: Scene } = {};
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
    const { simulator, driven } = sceneOf(set);
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
  return sceneOf(set);
}
