/** A script gets the texts of the chosen language before it speaks, and none where nothing was chosen. */
import { beforeEach, expect, test, vi } from 'vitest';
import { createChosenLanguage } from '../../entrypoints/background/chosen-language.ts';

const browser = vi.hoisted(() => ({
  isChoice: true,
  kept: undefined as unknown,
  reads: 0,
  /** What happened, in order. */
  events: [] as string[],
}));
vi.mock('../../lib/browser/i18n.ts', () => ({
  isLanguageChoice: () => browser.isChoice,
  useTexts: (texts: object) => void browser.events.push(`speaks by ${JSON.stringify(texts)}`),
}));
vi.mock('../../lib/browser/site-values.ts', () => ({
  readSiteValue: async () => {
    browser.reads += 1;
    return browser.kept;
  },
  writeSiteValue: async (_key: string, value: unknown) => void (browser.kept = value),
}));
vi.mock('../../lib/browser/scripting.ts', () => ({
  inject: async (target: object, file: string) => {
    browser.events.push(file);
    return target;
  },
  injectTexts: async (_target: object, texts: object) =>
    void browser.events.push(`page: ${JSON.stringify(texts)}`),
}));

const PAGE = { tabId: 1, frameId: 0 };
const TEXTS = { offer_save: 'Tallenna' };
beforeEach(() => {
  browser.isChoice = true;
  browser.kept = undefined;
  browser.reads = 0;
  browser.events.length = 0;
});

test('where nothing was chosen, the script is injected alone', async () => {
  await createChosenLanguage().inject(PAGE, 'fill.js');
  expect(browser.events).toEqual(['speaks by {}', 'fill.js']);
});

test('where there is one language only, nothing is read', async () => {
  browser.isChoice = false;
  await createChosenLanguage().inject(PAGE, 'fill.js');
  expect(browser.events).toEqual(['fill.js']);
  expect(browser.reads).toBe(0);
});

test('what was chosen before the background was ended is there first', async () => {
  browser.kept = TEXTS;
  const language = createChosenLanguage();
  await language.ready();
  expect(browser.events).toEqual([`speaks by ${JSON.stringify(TEXTS)}`]);
  await language.inject(PAGE, 'fill.js');
  expect(browser.events.slice(1)).toEqual([`page: ${JSON.stringify(TEXTS)}`, 'fill.js']);
  expect(browser.reads).toBe(1);
});

test('a change holds from the next page on, and so does the way back', async () => {
  const language = createChosenLanguage();
  await language.change(TEXTS);
  await language.inject(PAGE, 'fill.js');
  await language.change({});
  await language.inject(PAGE, 'enrol.js');
  expect(browser.events).toEqual([
    'speaks by {}',
    `speaks by ${JSON.stringify(TEXTS)}`,
    `page: ${JSON.stringify(TEXTS)}`,
    'fill.js',
    'speaks by {}',
    'enrol.js',
  ]);
});
