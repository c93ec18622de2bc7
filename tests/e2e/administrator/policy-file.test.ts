/** A policy file in the place where Chromium looks for it: every key holds, and a malformed one does not. */
import { createHash } from 'node:crypto';
import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/server.ts';
import { builtExtension, launch, type DrivenBrowser } from '../driver/launch.ts';
import { PORTAL } from '../driver/stand-in.ts';
import {
  CLOSED,
  MALFORMED,
  readHeldKeys,
  STRICT,
  waitForPolicy,
  type HeldKeys,
  type PolicedBrowser,
} from './keys-in-force.ts';
import { finnishCopy } from './speaking-copy.ts';

/** Chromium's and Chrome's; which of them is driven is the environment's choice. */
const PLACES = ['/etc/chromium/policies/managed', '/etc/opt/chrome/policies/managed'];
const TAB = `${PORTAL}bare.html`;
/** Only root may write there. */
const isRoot = process.getuid?.() === 0;

/** Chromium names an unpacked extension after its folder. */
function idOf(folder: string): string {
  const hex = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return hex.replaceAll(/./gu, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}

let simulator: Simulator;
let driven: DrivenBrowser;
let held: HeldKeys;
let folders: readonly string[] = [];
let files: readonly string[] = [];
const policies = [STRICT, CLOSED, MALFORMED];

beforeAll(async () => {
  if (!isRoot) return;
  const copies = await Promise.all(policies.map(() => finnishCopy(builtExtension())));
  folders = await Promise.all(copies.map((copy) => realpath(copy)));
  const extensions = Object.fromEntries(folders.map((one, at) => [idOf(one), policies[at]]));
  // A name of its own: runs beside this one have theirs.
  files = PLACES.map((place) => path.join(place, `nightlatch-${idOf(folders[0] ?? '')}.json`));
  for (const file of files) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify({ '3rdparty': { extensions } }));
  }
  simulator = await startSimulator();
  driven = await launch({ simulator, extension: folders });
  await driven.newPage(TAB);
  held = await readHeldKeys(under);
});

afterAll(async () => {
  await driven?.close();
  await simulator?.stop();
  for (const file of files) await rm(file, { force: true });
  for (const folder of folders) await rm(path.dirname(folder), { recursive: true, force: true });
});

/** The copy that has this policy, which Chromium reads only once it has loaded the copy. */
async function under(policy: object): Promise<PolicedBrowser> {
  const id = idOf(folders[policies.findIndex((one) => one === policy)] ?? '');
  const browser = {
    openOwn: (file: string): Promise<Page> => driven.newPage(`chrome-extension://${id}/${file}`),
    tabUrl: TAB,
  };
  await waitForPolicy(browser);
  return browser;
}

describe.skipIf(!isRoot)('with a policy file', () => {
  test.each(Object.keys({ ...STRICT, ...CLOSED }))('%s holds', (key) => {
    expect(held.obeyed[key]).toBe('in force');
  });

  test('a restored passphrase is measured like a new one', () => {
    expect(held.restored).toBe('in force');
  });

  test.each(Object.keys(MALFORMED))('%s does nothing where it is malformed', (key) => {
    expect(held.malformed[key]).toBe('free');
  });

  test('the settings name those that Chromium let through, and no good one', () => {
    expect(held.refused).toEqual({
      strict: [],
      malformed: ['sites', 'importFileTypes', 'supportAddress', 'language'],
    });
  });
});
