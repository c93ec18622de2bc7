/**
 * Where no code may go, each beside a proof that it was not for want of time.
 * All of it right after a log-in with the user's own hands, when most is allowed.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForElement, signIn } from '../../simulator/person.ts';
import { PORTAL } from '../driver/stand-in.ts';
import { until } from '../driver/until.ts';
import { GENUINE, HIDDEN, OTHERS } from './decoys.ts';
import {
  countOwnHosts,
  waitForGenuineFill,
  openPromptFixture,
  type PromptFixture,
} from './prompt-fixture.ts';

const BARE = `${PORTAL}bare.html`;

let fixture: PromptFixture;
beforeAll(async () => {
  fixture = await openPromptFixture({ flow: 'G1', mfa: 'none' });
});
afterAll(() => fixture.close());

/** A tab in which a user with a code signed in by hand, and was asked for none. */
async function signedInPage(where: 'tab' | 'window' = 'tab'): Promise<Page> {
  const page = await fixture.newPage(where);
  await page.goto(PORTAL);
  await signIn(page, await fixture.newUser());
  await waitForElement(page, '#sign-out');
  return page;
}

/** The page goes on to something else, in the same document. */
async function showInstead(page: Page, html: string): Promise<void> {
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, html);
}

/** All that stands in the inputs of the page and its frames. */
async function typed(page: Page): Promise<string> {
  const values = page.frames().map((frame) =>
    frame.evaluate(() => {
      const inputs = [...document.querySelectorAll('input')];
      return inputs.map(({ value }) => value).join('');
    }),
  );
  return (await Promise.all(values)).join('');
}

async function waitForTyped(page: Page): Promise<void> {
  await until(
    'six digits on the page',
    async () => {
      // A prerendered document that comes to the front brings its own target along.
      const now = await typed(page).catch(() => '');
      return /^\d{6}$/.test(now) ? true : undefined;
    },
    60_000,
  );
}

/**
 * Pages that all stand open, in windows of their own, before one genuine prompt is filled: so
 * was there time to fill each of them. Gives the page of a name to its test.
 */
function standOpen(
  shows: Readonly<Record<string, (page: Page) => Promise<unknown>>>,
): (name: string) => Promise<Page> {
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    for (const [name, show] of Object.entries(shows)) {
      const page = await signedInPage('window');
      await show(page);
      pages.set(name, page);
    }
    await waitForGenuineFill(fixture);
  });
  return async (name) => {
    const page = pages.get(name);
    if (!page) throw new Error(`${name} was not opened`);
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
    return page;
  };
}

async function expectNoCode(page: Page): Promise<void> {
  expect(await typed(page)).toBe('');
  expect(await countOwnHosts(page)).toBe(0);
  await page.close();
}

describe('a field', () => {
  const shownInstead = (htmls: Readonly<Record<string, string>>) =>
    Object.entries(htmls).map(
      ([name, html]) => [name, (page: Page) => showInstead(page, html)] as const,
    );
  const pageOf = standOpen(Object.fromEntries([...shownInstead(HIDDEN), ...shownInstead(OTHERS)]));

  test('in plain view is filled: so the others could be', async () => {
    const page = await signedInPage();
    await showInstead(page, GENUINE);
    await waitForTyped(page);
    await page.close();
  });

  test.each(Object.keys(HIDDEN))('hidden %s gets no code', async (how) => {
    await expectNoCode(await pageOf(how));
  });

  test.each(Object.keys(OTHERS))('for %s gets none', async (what) => {
    await expectNoCode(await pageOf(what));
  });

  test('on a page the user did not sign in to gets none', async () => {
    await fixture.newUser();
    const page = await fixture.newPage();
    await page.goto(BARE);
    await waitForGenuineFill(fixture);
    await page.bringToFront();
    expect(await typed(page)).toBe('');
    await page.close();
  });
});

function around(host: string, kind: string, src = BARE): string {
  return `https://${host}/__sim/around?kind=${kind}&src=${encodeURIComponent(src)}`;
}

const OWN = 'vms.tplinkcloud.com';
const FOREIGN = 'evil.test';

describe('a frame', () => {
  test.each([
    ['of the same host', BARE],
    ['of another host of the site', 'https://use1-vms.tplinkcloud.com/bare.html'],
  ])('%s is filled: so the others could be', async (_title, src) => {
    const page = await signedInPage();
    await page.goto(around(OWN, 'frame', src));
    await waitForTyped(page);
    await page.close();
  });

  const others = {
    'in a foreign page': around(FOREIGN, 'frame'),
    'in a srcdoc frame of a foreign page': around(FOREIGN, 'srcdoc'),
    'sandboxed, in a foreign page': around(FOREIGN, 'sandbox'),
    'sandboxed, in a page of ours': around(OWN, 'sandbox'),
    'in a foreign frame of a page of ours': around(OWN, 'frame', around(FOREIGN, 'frame')),
    'of a foreign host in a page of ours': around(OWN, 'frame', `https://${FOREIGN}/bare.html`),
  };
  const pageOf = standOpen(
    Object.fromEntries(
      Object.entries(others).map(([title, url]) => [title, (page: Page) => goToFrame(page, url)]),
    ),
  );

  test.each(Object.keys(others))('%s gets no code', async (title) => {
    await expectNoCode(await pageOf(title));
  });
});

async function goToFrame(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await until('the field', async () => {
    const found = await Promise.all(page.frames().map((frame) => frame.$('#code')));
    return found.some((field) => field !== null) ? true : undefined;
  });
}

describe('a document nobody sees', () => {
  const filledWhile = (page: Page): Promise<string | undefined> =>
    page.evaluate(() => document.documentElement.dataset['filledWhile']);

  test('prerendered, is filled only once it is shown', async () => {
    const page = await signedInPage();
    await page.goto(around(OWN, 'prerender'));
    await waitForGenuineFill(fixture);
    await page.bringToFront();
    await page.locator('a').click();
    await waitForTyped(page);
    const activatedMs = await page.evaluate(
      () =>
        // Not yet in the DOM types: how long the document lived before it was shown, 0 if it did not.
        (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number })
          .activationStart,
    );
    expect(activatedMs).toBeGreaterThan(0);
    expect(await filledWhile(page)).toBe('visible');
    await page.close();
  });

  test('in a tab behind another one, is filled only once it comes to the front', async () => {
    const page = await signedInPage();
    const front = await fixture.driven.newPage();
    await front.bringToFront();
    await showInstead(page, GENUINE);
    expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
    await page.evaluate(() => {
      document.addEventListener('input', () => {
        document.documentElement.dataset['filledWhile'] = document.visibilityState;
      });
    });
    await waitForGenuineFill(fixture);
    expect(await typed(page)).toBe('');
    await front.close();
    await page.bringToFront();
    await waitForTyped(page);
    expect(await filledWhile(page)).toBe('visible');
    await page.close();
  });
});
