/** Every screen of ours as Firefox draws it: its own engine lays out, and its own policy refuses. */
import { beforeAll, describe, expect, test } from 'vitest';
import { findCutText } from '../components/harness/untranslated.ts';
import { setPageSize } from '../e2e/driver/firefox/bidi.ts';
import { lockVault } from '../e2e/driver/nightlatch.ts';
import { expectNone } from '../expect-none.ts';
import { fillVault, LOCKED, WITH_VAULT, WITHOUT_VAULT } from '../release/screen-list.ts';
import type { Screen } from '../release/screen.ts';
import { firefoxFixture } from './fixture.ts';

// A scroll bar that takes room from the page, as on Windows, and not one that lies over it.
const fixture = firefoxFixture('absent', { 'ui.useOverlayScrollbars': 0 });

/** The screens by their names, for a table of tests. */
const named = (screens: readonly Screen[]) => screens.map((one) => [one.name, one] as const);

/** Our font, no sideways scrolling, no word cut and nothing refused, at its usual size and at 320 px. */
async function expectWellDrawn(_name: string, { file, size, prepare }: Screen): Promise<void> {
  const page = await fixture.driven.openOwn(file);
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content[- ]Security[- ]Policy|Error/u.test(message.text())) refused.push(message.text());
  });
  await setPageSize(page, size);
  await page.waitForSelector('#app > *');
  await prepare?.(page);
  for (const width of [size.width, 320]) {
    await setPageSize(page, { ...size, width });
    const look = await page.evaluate(() => ({
      font: getComputedStyle(document.body).fontSize,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      hasWords: document.body.innerText.trim() !== '',
    }));
    expect(look).toEqual({ font: '14px', overflow: 0, hasWords: true });
    // A menu stays where it opened; no window of a user's grows smaller under it.
    if (width === size.width || (await page.$('.menu')) === null)
      expectNone(await findCutText(page));
  }
  expect(refused).toEqual([]);
  await page.close();
}

describe('is drawn well in Firefox before there is a vault', () => {
  test.each(named(WITHOUT_VAULT))('%s', expectWellDrawn);
});

describe('is drawn well in Firefox over an open vault', () => {
  beforeAll(() => fillVault(fixture.driven));
  test.each(named(WITH_VAULT))('%s', expectWellDrawn);
});

describe('is drawn well in Firefox over a locked vault', () => {
  beforeAll(() => lockVault(fixture.driven));
  test.each(named(LOCKED))('%s', expectWellDrawn);
});
