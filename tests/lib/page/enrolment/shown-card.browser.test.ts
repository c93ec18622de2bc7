/** How long the card's last word stays. */
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage(path.resolve(import.meta.dirname, 'room-card.ts'));
});
afterAll(() => tab.close());
beforeEach(() => tab.show('<h1>Security</h1>'));

const isShown = (): Promise<boolean> => tab.ours('room.isShown()');

test('one with a button stays as long as the page is the same, and goes with it', async () => {
  await tab.ours(`room.showLast('confirmed', 'page-moves-on')`);
  await tab.ours('room.letTimePass()');
  expect(await isShown()).toBe(true);
  await tab.page.evaluate(() => history.pushState(null, '', '#elsewhere'));
  await until('the card to go', async () => ((await isShown()) ? undefined : true));
});

test('one without leaves by itself, and takes no later word with it', async () => {
  await tab.ours(`room.showLast('dismissed', 'soon')`);
  await tab.ours('room.letTimePass()');
  expect(await isShown()).toBe(false);
  await tab.ours(`room.showLast('dismissed', 'soon')`);
  await tab.ours(`room.showLast('confirmed', 'page-moves-on')`);
  await tab.ours('room.letTimePass()');
  expect(await isShown()).toBe(true);
});
