import type { Page } from 'puppeteer-core';
import { beforeAll } from 'vitest';
import type { Preferences } from '../e2e/driver/firefox/chrome-scope.ts';
import type { FirefoxBrowser } from '../e2e/driver/firefox/launch.ts';
import { addAccount, prepareVault } from '../e2e/driver/nightlatch.ts';
import type { Simulator } from '../simulator/server.ts';
import { renewFirefox } from './shared-firefox.ts';

/** Read in tests and hooks only: before, there is none. */
export interface FirefoxFixture {
  readonly simulator: Simulator;
  readonly driven: FirefoxBrowser;
  /** One of our own pages, for preparing a state. */
  readonly own: Page;
  /** Someone whom the stand-in and the open vault know, and who has used no code yet. */
  newUser(): Promise<string>;
}

/** What all tests of the file share: an open vault, unless the tests begin without one. */
export function firefoxFixture(
  vault: 'open' | 'absent',
  preferences: Preferences = {},
): FirefoxFixture {
  const set: { now?: Omit<FirefoxFixture, 'newUser'> } = {};
  const get = (): Omit<FirefoxFixture, 'newUser'> => {
    if (!set.now) throw new Error('the fixture is set in a hook: too early');
    return set.now;
  };
  beforeAll(async () => {
    const { simulator, driven } = await renewFirefox();
    const before = await driven.scope.setPreferences(preferences);
    if (vault === 'open') await prepareVault(driven, []);
    set.now = { simulator, driven, own: await driven.openOwn('options.html') };
    return async () => {
      await driven.scope.setPreferences(before);
    };
  });
  let count = 0;
  return {
    get simulator() {
      return get().simulator;
    },
    get driven() {
      return get().driven;
    },
    get own() {
      return get().own;
    },
    async newUser() {
      count += 1;
      const { email, secret } = get().simulator.addUser(`user-${count}`);
      await addAccount(get().own, { issuer: 'TP-Link', label: email, secret });
      return email;
    },
  };
}
