import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, type DrivenBrowser } from './driver/launch.ts';
import { testPages } from './driver/page-tests.ts';
import { grepProfile, textNeedles } from './driver/profile.ts';

let driven: DrivenBrowser;
beforeAll(async () => {
  driven = await launch();
});
afterAll(() => driven.close());

testPages(() => driven);

test('the toolbar button opens the real popup', async () => {
  const page = await driven.newPage('about:blank');
  const popup = await driven.openPopup(page);
  expect(popup.url()).toBe(driven.urlOf('popup.html'));
  await page.close();
});

test('a killed background is gone until the next event wakes it', async () => {
  await driven.worker();
  await driven.killWorker();
  expect(driven.findWorkerTarget()).toBeUndefined();
  const page = await driven.openOwn('options.html');
  await page.evaluate(() => {
    void chrome.runtime.sendMessage({ table: 'own', name: 'vaultState', ask: {} });
  });
  await driven.worker();
  await page.close();
});

test('what an extension stores is found in the profile, also after kill -9', async () => {
  const page = await driven.openOwn('options.html');
  await page.evaluate(() => chrome.storage.local.set({ planted: 'needle-in-the-profile' }));
  await driven.kill();
  const hits = await grepProfile(
    driven.profileDirectory,
    textNeedles('planted', 'needle-in-the-profile'),
  );
  expect(hits.length).toBeGreaterThan(0);
  const again = await launch({ profileDirectory: driven.profileDirectory });
  const after = await again.openOwn('options.html');
  const kept = await after.evaluate(() => chrome.storage.local.get('planted'));
  expect(kept).toEqual({ planted: 'needle-in-the-profile' });
  await again.close();
});
