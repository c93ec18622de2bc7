/**
 * One Firefox and one stand-in for all test files of a run: their files share
 * this module (`isolate` of vitest.config.ts), because a start takes longer than
 * most tests. Each file begins as after a first installation.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchFirefox, type FirefoxBrowser } from '../e2e/driver/firefox/launch.ts';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import { PROCESS_FILE, ROOM } from './global-setup.ts';

export interface Shared {
  readonly simulator: Simulator;
  readonly driven: FirefoxBrowser;
}

let shared: Promise<Shared> | undefined;

async function start(): Promise<Shared> {
  const room = process.env[ROOM];
  if (room === undefined) throw new Error('global-setup.ts has not run');
  const simulator = await startSimulator();
  const profileDirectory = path.join(room, 'profile');
  const driven = await launchFirefox({ simulator, profileDirectory });
  await writeFile(path.join(room, PROCESS_FILE), String(driven.browser.process()?.pid));
  return { simulator, driven };
}

/** Starts it where no file before has; else puts it back to where it began. */
export async function renewFirefox(): Promise<Shared> {
  if (!shared) return (shared = start());
  const { simulator, driven } = await shared;
  simulator.reset();
  await driven.renew();
  return { simulator, driven };
}
