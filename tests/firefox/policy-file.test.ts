/** A policies.json that Firefox reads: every key holds, and a malformed one does not. */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../simulator/server.ts';
import {
  CLOSED,
  MALFORMED,
  readHeldKeys,
  STRICT,
  waitForPolicy,
  type HeldKeys,
  type PolicedBrowser,
} from '../e2e/administrator/keys-in-force.ts';
import { finnishCopy } from '../e2e/administrator/speaking-copy.ts';
import { EXTENSION_ID } from '../e2e/driver/firefox/chrome-scope.ts';
import { launchFirefox, type FirefoxBrowser } from '../e2e/driver/firefox/launch.ts';
import { PORTAL } from '../e2e/driver/stand-in.ts';

const TAB = `${PORTAL}bare.html`;
/** With it Firefox takes itself for one under test, and reads its policies from where a preference says. */
const UNDER_TEST = 'MOZ_DISABLE_NONLOCAL_CONNECTIONS';

let simulator: Simulator;
let driven: FirefoxBrowser;
let held: HeldKeys;
let extension = '';
let file = '';

function writePolicy(policy: object): Promise<void> {
  const thirdParty = { Extensions: { [EXTENSION_ID]: policy } };
  return writeFile(file, JSON.stringify({ policies: { '3rdparty': thirdParty } }));
}

beforeAll(async () => {
  extension = await finnishCopy(process.env['NIGHTLATCH_FIREFOX_EXTENSION'] ?? '');
  file = path.join(path.dirname(extension), 'policies.json');
  await writePolicy(CLOSED);
  simulator = await startSimulator();
  const before = process.env[UNDER_TEST];
  process.env[UNDER_TEST] = '1';
  driven = await launchFirefox({
    simulator,
    extension,
    preferences: {
      'security.turn_off_all_security_so_that_viruses_can_take_over_this_computer': true,
      'browser.policies.alternatePath': file,
    },
  });
  if (before === undefined) delete process.env[UNDER_TEST];
  else process.env[UNDER_TEST] = before;
  held = await readHeldKeys(under);
});

afterAll(async () => {
  await driven?.close();
  await simulator?.stop();
  await rm(path.dirname(extension), { recursive: true, force: true });
});

/** Firefox as it is with this policy from its start on. */
async function under(policy: object): Promise<PolicedBrowser> {
  await writePolicy(policy);
  await driven.scope.run(`
    const topic = 'EnterprisePolicies:AllPoliciesApplied';
    await new Promise((resolve) => {
      const observer = { observe() { Services.obs.removeObserver(observer, topic); resolve(); } };
      Services.obs.addObserver(observer, topic);
      Services.obs.notifyObservers(null, 'EnterprisePolicies:Restart');
    });
  `);
  // Firefox keeps an extension's policy for as long as the extension runs.
  await driven.renew();
  await driven.newPage(TAB);
  const browser = { openOwn: (name: string) => driven.openOwn(name), tabUrl: TAB };
  await waitForPolicy(browser);
  return browser;
}

test.each(Object.keys({ ...STRICT, ...CLOSED }))('%s holds', (key) => {
  expect(held.obeyed[key]).toBe('in force');
});

test('a restored passphrase is measured like a new one', () => {
  expect(held.restored).toBe('in force');
});

test.each(Object.keys(MALFORMED))('%s does nothing where it is malformed', (key) => {
  expect(held.malformed[key]).toBe('free');
});

test('the settings name every malformed key, and no good one', () => {
  expect(held.refused).toEqual({ strict: [], malformed: Object.keys(MALFORMED) });
});
