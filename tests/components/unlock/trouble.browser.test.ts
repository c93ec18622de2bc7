/** The unlock window over a vault that is damaged, older or cannot be read. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { readAnnouncements } from '../harness/readings.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function open(state: Partial<ScreenState>): Promise<void> {
  page = await show({ screen: 'unlock', state });
}

describe('a vault that has trouble', () => {
  const readWays = async (): Promise<readonly string[]> => {
    await page.waitForSelector('h2');
    return page.$$eval('h2', (titles) => titles.map(({ textContent }) => textContent));
  };

  test.each([
    [
      'damaged and unlocked',
      { vault: 'damaged', access: 'read-only' },
      [
        'Save what can be read first',
        'Restore a backup',
        'Keep only what can be read',
        'Start over',
      ],
    ],
    [
      'older and unlocked',
      { vault: 'older', access: 'read-only' },
      [
        'Save what can be read first',
        'Restore a backup',
        'Continue with this older copy',
        'Start over',
      ],
    ],
    [
      'damaged without a way in',
      { vault: 'damaged', access: 'none' },
      ['Check again', 'Restore a backup', 'Start over'],
    ],
    ['missing', { vault: 'missing', access: 'none' }, ['Restore a backup', 'Start over']],
  ] as const)('%s: the ways on stand in order', async (_what, state, ways) => {
    await open(state);
    expect(await readWays()).toEqual(ways);
    // The one that stands out gives nothing up.
    const primaries = await page.$$eval('.button-primary', (all) =>
      all.map(({ textContent }) => textContent),
    );
    expect(primaries).toEqual(['Restore a backup']);
  });

  test('asks for no secret that can open nothing, and says so', async () => {
    await open({ vault: 'damaged' });
    await page.waitForSelector('::-p-text(so nothing can unlock them now)');
    expect(await page.$('input[type=password]')).toBeNull();
    await page.click('::-p-aria([name="Check again"][role="button"])');
    await page.waitForSelector('::-p-text(They still cannot be unlocked)');
    expect(await readAnnouncements(page)).toContain('They still cannot be unlocked');
  });

  test('leads back to unlocking from where it cannot be unlocked', async () => {
    await open({ vault: 'older' });
    await page.waitForSelector('input[type=password]');
    await page.click('::-p-aria([name="Can’t unlock Nightlatch?"][role="button"])');
    expect((await readWays())[0]).toBe('Unlock and keep what can be read');
    await page.click('::-p-aria([name="Back to unlocking"][role="button"])');
    await page.waitForSelector('input[type=password]');
  });
});
