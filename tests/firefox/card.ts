import type { Page } from 'puppeteer-core';
import { clickControl } from '../e2e/driver/controls.ts';
import type { FirefoxBrowser } from '../e2e/driver/firefox/launch.ts';
import { english } from '../e2e/driver/nightlatch.ts';
import { until, WAIT_MS } from '../e2e/driver/until.ts';

/** ms: room for many tries, each of which waits. */
const TRIES_MS = 90_000;
/** ms: what was pressed opens its window sooner; else the press came too early, and there is another. */
export const TRY_MS = 1_000;

/** ms: a popup that stays has its button sooner. */
const PRESS_MS = 10_000;

type Words = Parameters<typeof english>[0];

/**
 * Firefox can't prove that the card was seen: a press of it opens the popup,
 * where the same is asked in a place that no page can draw.
 */
export function pressUntilPopup(driven: FirefoxBrowser, page: Page, key: Words): Promise<Page> {
  return until(
    'the popup that the card opens',
    async () => {
      // Another press would open it anew, in place of one that came late.
      const late = await driven.waitForWindow('popup.html', 1).catch(() => undefined);
      if (late) return late;
      await page.bringToFront();
      await clickControl(page, { role: 'button', name: english(key) }, TRY_MS).catch(
        () => undefined,
      );
      return driven.waitForWindow('popup.html', TRY_MS).catch(() => undefined);
    },
    TRIES_MS,
  );
}

/** From the card through the review in the popup to 'Protect your codes', as there is no vault yet. */
export function openProtect(driven: FirefoxBrowser, page: Page): Promise<Page> {
  const save = { role: 'button', name: english('accounts_save') } as const;
  return until(
    "'Protect your codes'",
    async () => {
      const popup = await pressUntilPopup(driven, page, 'offer_save');
      // A small window in the popup's place is closed by a press that the background hears of late.
      const pressed = clickControl(popup, save, PRESS_MS).then(() => true);
      const waitMs = (await pressed.catch(() => false)) ? WAIT_MS : TRY_MS;
      return driven.waitForWindow('unlock.html', waitMs).catch(() => undefined);
    },
    TRIES_MS,
  );
}
