/** What most end-to-end tests begin with: a stand-in, a browser, and a vault that fits it. */
import { beforeAll, beforeEach } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { launch, type DrivenBrowser } from './launch.ts';
import { prepareVault } from './nightlatch.ts';
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

/** A new browser, and a stand-in that knows nothing yet, for each test of the file. */
export function freshScene(emails: readonly string[]): Scene {
  const set: { now?: Scene } = {};
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator();
    return () => simulator.stop();
  });
  beforeEach(async () => {
    simulator.reset();
    const driven = await launchWith(simulator, emails);
    set.now = { simulator, driven };
    return () => driven.close();
  });
  return sceneOf(set);
}
