import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { ScreenHarness, type ScreenRequest } from './harness.ts';

/** Gives a function that shows a screen to a test. One harness serves the whole file; a test's pages close with it. */
export function showScreens(): (request: ScreenRequest) => Promise<Page> {
  let harness: ScreenHarness;
  const shown: Page[] = [];
  beforeAll(async () => {
    harness = await ScreenHarness.open();
  });
  afterAll(() => harness.close());
  afterEach(async () => {
    // A screen with nothing left to do closes itself.
    for (const page of shown.splice(0)) if (!page.isClosed()) await page.close();
  });
  return async (request) => {
    const page = await harness.show(request);
    shown.push(page);
    return page;
  };
}
