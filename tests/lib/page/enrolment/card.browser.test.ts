/** What the card answers to a press that comes too soon, and that a screen reader hears it. */
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '../../../e2e/driver/until.ts';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage(path.resolve(import.meta.dirname, 'room-card.ts'));
});
afterAll(() => tab.close());
beforeEach(async () => {
  await tab.show('<h1>Security</h1>');
  await tab.ours('room.showOffer()');
});

/** How many live regions assistive technology knows of. */
async function countLiveRegions(): Promise<number> {
  const session = await tab.page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter(
    ({ ignored, properties = [] }) =>
      !ignored && properties.some(({ name, value }) => name === 'live' && value.value === 'polite'),
  ).length;
}

test('the region that answers is known before it speaks, and takes no room until then', async () => {
  expect(await countLiveRegions()).toBe(2);
  expect(await tab.ours('room.roomOfAnswer()')).toBe(0);
});

test('each press that comes too soon is answered, also by the same sentence', async () => {
  const point = await tab.ours<{ x: number; y: number }>('room.middleOfSave()');
  // Each sign of a focus that came back begins the time anew for which the card must have stood there.
  await tab.page.evaluate(() => {
    setInterval(() => window.dispatchEvent(new Event('focus')), 50);
  });
  for (const count of [1, 2, 3]) {
    await until(`answer no. ${count}`, async () => {
      await tab.page.mouse.click(point.x, point.y);
      return (await tab.ours<number>('room.countAnswers()')) >= count || undefined;
    });
  }
});

test('the card is known as ours, and what a page makes like it is not', async () => {
  expect(await tab.ours('room.areOurs()')).toEqual([true, false]);
});

/** Whether assistive technology is told that the button to save would do nothing yet. */
async function isSaveDisabled(): Promise<boolean> {
  const session = await tab.page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.some(
    ({ role, properties = [] }) =>
      role?.value === 'button' &&
      properties.some(({ name, value }) => name === 'disabled' && value.value === true),
  );
}

test('a press elsewhere, which may open a list over the card, begins the time anew', async () => {
  await until('a card that is ready', async () => !(await isSaveDisabled()) || undefined);
  await until('a card that waits', async () => {
    await tab.page.mouse.click(5, 5);
    return (await isSaveDisabled()) || undefined;
  });
});
