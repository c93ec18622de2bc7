/**
 * The promise: a press is for what the user has read. A page chooses the moment
 * at which something comes under the pointer, and what its QR says.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickControl, readPageText, waitForControl } from '../driver/controls.ts';
import { until } from '../driver/until.ts';
import { CardStage, SAVE } from './card-page.ts';
import { clickThroughWindow } from './second-click.ts';
import { pressUntilSaved } from './trick-press.ts';

/** ms: long enough for a press that counts to have saved. */
const VERDICT_MS = 2_500;

let stage: CardStage;
beforeAll(async () => {
  stage = await CardStage.open();
});
afterAll(() => stage.close());

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

async function waitForCard(page: Page, label: string): Promise<void> {
  await until(`a card for ${label}`, async () =>
    (await readPageText(page)).includes(label) ? true : undefined,
  );
}

/** Puts another QR in the place of the one shown. */
function swap(page: Page, address: string): Promise<void> {
  return page.evaluate((src) => {
    const image = document.querySelector('img');
    if (image) image.src = src;
  }, address);
}

test('the second click of a double click on a window that lay over the card saves nothing', async () => {
  await until('a double click on a busy machine', async () => {
    const { page, button, label } = await stage.pageWithCard();
    await pause(1_500);
    const speed = await clickThroughWindow(page, button);
    await pause(VERDICT_MS);
    const labels = await stage.labels();
    await page.close();
    if (speed === 'slow') return undefined;
    expect(labels).not.toContain(label);
    return true;
  });
});

test('a press on a QR that came under it saves neither that nor the one before', async () => {
  const { page, button, label } = await stage.pageWithCard();
  await pause(1_500);
  const other = stage.newQr();
  await page.mouse.move(button.x - 20, button.y);
  await swap(page, other.address);
  await waitForCard(page, other.label);
  await page.mouse.move(button.x, button.y, { steps: 3 });
  await page.mouse.click(button.x, button.y);
  await pause(VERDICT_MS);
  expect(await stage.labels()).not.toContain(other.label);
  expect(await stage.labels()).not.toContain(label);
  // It counts once the user has had time to read the new name.
  await pressUntilSaved(stage, page, other.label);
  expect(await stage.labels()).not.toContain(label);
  await page.close();
});

test.each(['pointerdown', 'mouseup', 'click'])(
  'a QR swapped at the %s of the press is not saved, nor the one that is gone',
  async (type) => {
    const { page, label } = await stage.pageWithCard();
    const other = stage.newQr();
    await page.evaluate(
      (at, src) => {
        window.addEventListener(
          at,
          () => {
            const image = document.querySelector('img');
            if (image) image.src = src;
          },
          { capture: true, once: true },
        );
      },
      type,
      other.address,
    );
    await clickControl(page, SAVE);
    await waitForCard(page, other.label);
    await waitForControl(page, SAVE);
    await pause(VERDICT_MS);
    const labels = await stage.labels();
    expect(labels).not.toContain(other.label);
    expect(labels).not.toContain(label);
    await page.close();
  },
);

test.each(['remove', 'blank'])(
  'a QR that the page does %s at the press is not saved',
  async (how) => {
    const { page, label } = await stage.pageWithCard();
    await page.evaluate((way) => {
      const takeAway = (): void => {
        const image = document.querySelector('img');
        if (way === 'remove') image?.remove();
        else
          image?.setAttribute(
            'src',
            'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==',
          );
      };
      window.addEventListener('click', takeAway, { capture: true, once: true });
    }, how);
    await clickControl(page, SAVE);
    await until('a card that has gone', async () =>
      (await readPageText(page)).includes(label) ? undefined : true,
    );
    expect(await stage.labels()).not.toContain(label);
    await page.close();
  },
);
