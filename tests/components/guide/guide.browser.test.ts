/** The guide: from a question to its answer, by search, by link and by keyboard. */
import { expect, test } from 'vitest';
import { waitForFocus } from '../harness/acts.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();

test('a question finds its topic, the topic opens, and the way back is there', async () => {
  const page = await show({ screen: 'guide' });
  await page.type('input[type=search]', 'clock');
  await page.waitForSelector('.guide-count:not(:empty)');
  const first = await page.$eval('.guide-list a', (link) => link.textContent);
  expect(first).toBe('The site rejects my code');
  await page.click('.guide-list a');
  await waitForFocus(page, 'article h1');
  expect(await page.$eval('h1', (title) => title.textContent)).toBe(first);
  await page.click('.back-link');
  await page.waitForSelector('input[type=search]');
  expect(await page.$$eval('.guide-list a', (links) => links.length)).toBeGreaterThan(15);
});

test('nothing found is said, and every topic comes back with an empty search', async () => {
  const page = await show({ screen: 'guide' });
  await page.type('input[type=search]', 'zzz');
  await page.waitForSelector('.guide-count:not(:empty)');
  expect(await page.$('.guide-list')).toBeNull();
  for (let typed = 0; typed < 3; typed++) await page.keyboard.press('Backspace');
  await page.waitForSelector('.guide-list a');
});

test('an address names a topic, and a topic leads to others by keyboard alone', async () => {
  const page = await show({ screen: 'guide', hash: 'no-notification' });
  await waitForFocus(page, 'article h1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#no-email', { polling: 50 });
  await waitForFocus(page, 'article h1');
  expect(await page.$eval('h1', (title) => title.textContent)).toBe(
    'The e-mail with the code does not arrive',
  );
});

test('an address that names no topic shows all of them', async () => {
  const page = await show({ screen: 'guide', hash: 'no-such-topic' });
  await page.waitForSelector('input[type=search]');
  expect(await page.$$eval('.guide-list a', (links) => links.length)).toBeGreaterThan(15);
});
