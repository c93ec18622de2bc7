import { test } from 'vitest';
import { waitForText } from '../e2e/driver/controls.ts';
import { testPages } from '../e2e/driver/page-tests.ts';
import { english } from '../e2e/driver/nightlatch.ts';
import { firefoxFixture } from './fixture.ts';

const fixture = firefoxFixture('absent');

testPages(() => fixture.driven);

test('the toolbar button opens the real popup, also over a background that has ended', async () => {
  const { driven } = fixture;
  const page = await driven.newPage('about:blank');
  await driven.killWorker();
  const popup = await driven.openPopup(page);
  await waitForText(popup, english('codes_empty_title'));
  await page.close();
});
