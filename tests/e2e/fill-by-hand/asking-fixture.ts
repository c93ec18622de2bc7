import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { clickControl, waitForControl } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english } from '../driver/nightlatch.ts';
import { ownWindows } from '../driver/own-windows.ts';
import { PORTAL, recentCodes } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { openPromptFixture, type PromptFixture } from '../every-prompt/prompt-fixture.ts';

/** Nobody signed in here, so nobody was named. */
export const BARE = `${PORTAL}bare.html`;
export const CHOOSE = { role: 'button', name: english('prompt_choose') } as const;

/** A page that asks for a code where two accounts fit. Read in tests only: before, there is none. */
export interface AskingFixture {
  readonly prompts: PromptFixture;
  readonly driven: DrivenBrowser;
  /** One of our own pages, as an instrument. */
  readonly own: Page;
  readonly page: Page;
  /** The second of the two accounts, new each time: a code is given once in its step. */
  readonly email: string;
}

/** One browser for all tests of the file, and a page of its own for each. */
export function askingFixture(): AskingFixture {
  const set: { prompts?: PromptFixture; own?: Page; page?: Page; email?: string } = {};
  const get = <Name extends keyof typeof set>(name: Name): NonNullable<(typeof set)[Name]> => {
    const value = set[name];
    if (value === undefined) throw new Error('the fixture is set in a hook: too early');
    return value;
  };
  beforeAll(async () => {
    // The usual screen without a display is smaller than the browser's window, and the browser moves ours into it.
    const args = ['--screen-info={1600x1200}'];
    set.prompts = await openPromptFixture({}, (simulator) => launch({ simulator, args }));
    set.own = await set.prompts.driven.openOwn('options.html');
  });
  afterAll(() => set.prompts?.close());
  beforeEach(async () => {
    const [prompts, own] = [get('prompts'), get('own')];
    const before = await askAsOwnPage(own, 'accounts', { bin: 'live' });
    for (const { id } of before as readonly { readonly id: string }[])
      await askAsOwnPage(own, 'accountBin', { id });
    await prompts.newUser('other');
    set.email = await prompts.newUser('zoe');
    const page = await pageThatAsks(prompts);
    set.page = page;
    return () => page.close();
  });
  return {
    get prompts() {
      return get('prompts');
    },
    get driven() {
      return get('prompts').driven;
    },
    get own() {
      return get('own');
    },
    get page() {
      return get('page');
    },
    get email() {
      return get('email');
    },
  };
}

export async function pageThatAsks(prompts: PromptFixture): Promise<Page> {
  const asking = await prompts.newPage('window');
  await asking.goto(BARE);
  await waitForControl(asking, CHOOSE);
  return asking;
}

/** Presses until the press counts: one on a page that still moves does not. */
export function chooserAfter({ driven }: AskingFixture, press: () => Promise<void>): Promise<Page> {
  return until('our window', async () => {
    await press();
    return driven.waitForWindow('account-picker.html', 3_000).catch(() => undefined);
  });
}

/** By a click on the button at the field. */
export function openChooser(fixture: AskingFixture, at = fixture.page): Promise<Page> {
  return chooserAfter(fixture, () => clickControl(at, CHOOSE));
}

/** Waits until a press on the second account would count. */
export async function waitForRow({ email }: AskingFixture, chooser: Page): Promise<void> {
  await waitForControl(chooser, { role: 'button', name: new RegExp(email) });
}

export function digitsOf(asking: Page | Frame): Promise<string> {
  return asking.$eval('#code', (field) => (field as HTMLInputElement).value);
}

/** With the second account's code. */
export async function expectFilled(
  { prompts, email, page }: AskingFixture,
  asking: Page | Frame = page,
): Promise<void> {
  const digits = await until('six digits in the field', async () => {
    const value = await digitsOf(asking);
    return /^\d{6}$/.test(value) ? value : undefined;
  });
  expect(recentCodes(prompts.simulator, email)).toContain(digits);
}

export async function waitForClosed(chooser: Page): Promise<void> {
  await until('our window to close', () => chooser.isClosed() || undefined);
}

/** Windows of ours that ask, as the browser counts them. */
export function choosers({
  own,
  driven,
}: AskingFixture): Promise<readonly { readonly left: number; readonly top: number }[]> {
  return ownWindows(own, driven.urlOf('account-picker.html'));
}
