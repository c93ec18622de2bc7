import type { Page } from 'puppeteer-core';
import type { DrivenBrowser } from './launch.ts';
import { until } from './until.ts';

/** Loads the extension again from its folder, as an update is: all of the old one ends, then the new one starts. */
export async function updateExtension(driven: DrivenBrowser): Promise<void> {
  const before = driven.findWorkerTarget();
  await driven.browser.installExtension(driven.extension.path);
  await until('the new background', () => {
    const now = driven.findWorkerTarget();
    return now !== undefined && now !== before ? true : undefined;
  });
}

/** Switches the extension off and on again, as the browser's page of extensions does. */
export async function switchOffAndOn(driven: DrivenBrowser): Promise<void> {
  const extensions = await driven.newPage('chrome://extensions');
  const setEnabled = (enabled: boolean): Promise<void> =>
    extensions.evaluate(
      (id, on) => chrome.management.setEnabled(id, on),
      driven.extensionId,
      enabled,
    );
  await setEnabled(false);
  await until('the background to be gone', () =>
    driven.findWorkerTarget() === undefined ? true : undefined,
  );
  await setEnabled(true);
  await driven.worker();
  await extensions.close();
}

/** Marks what of ours stands in the page as of the old version. */
export function markHosts(page: Page): Promise<void> {
  return page.$$eval('html > [popover]', (hosts) => {
    for (const host of hosts) host.setAttribute('title', 'of before');
  });
}

/** Waits until one element of ours stands in the page, and it is the new version's. */
export function waitForOneNewHost(page: Page): Promise<true> {
  return until("the new version's element alone", async () => {
    const titles = await page.$$eval('html > [popover]', (hosts) =>
      hosts.map((host) => host.getAttribute('title')),
    );
    return titles.length === 1 && titles[0] !== 'of before' ? true : undefined;
  });
}
