import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { connectToPlain } from '../../shared-chromium.ts';
import { ScreenHarness, type ScreenRequest } from './harness.ts';

/** In the Chromium that the test files share. */
export async function openScreens(): Promise<ScreenHarness> {
  return new ScreenHarness(await connectToPlain(), inject('screens'));
}

/**
 * Gives a function that shows a screen to a test. One harness serves the whole file, and one tab:
 * the next screen is loaded in place of the one before, because a new tab costs three times as much.
 */
export function showScreens(): (request: ScreenRequest) => Promise<Page> {
  let harness: ScreenHarness;
  let tab: Page | undefined;
  beforeAll(async () => {
    harness = await openScreens();
  });
  afterAll(() => harness.close());
  return async (request) => {
    const page = tab?.isClosed() === false ? tab : await harness.newPage();
    tab = page;
    await harness.visit(page, request);
    await page.bringToFront();
    return page;
  };
}
