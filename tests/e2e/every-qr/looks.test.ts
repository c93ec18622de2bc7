/**
 * Every look an enrolment's QR code may have: the card offers it by its right
 * name, or says in one line how to read it, or stays silent.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import type { AccountRow } from '../../../lib/protocol/views.ts';
import { initialConfig } from '../../simulator/config.ts';
import { qrVariantNames } from '../../simulator/qr/index.ts';
import { combinations, isMatrix } from '../driver/combinations.ts';
import { clickControl, waitForText } from '../driver/controls.ts';
import { askAsOwnPage, english, forgetAccounts, clickCard } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';
import {
  waitForOffer,
  replaceOffer,
  newestEnrolment,
  openQrFixture,
  ORDINARY,
  setRatio,
  showQr,
  expectSilence,
  USER,
  waitForNewestCode,
  waitForScan,
  type QrFixture,
} from './qr-fixture.ts';

/** CSS px of the code's edge; 134 and 174 are what ant-design-vue draws at its usual sizes. */
const SIZES = [134, 174, 256];
const RATIOS = [1, 1.25, 2];
/** Each size and each ratio once; each look begins at another ratio. */
const diagonalOf = (names: readonly string[], name: string) =>
  combinations(SIZES, RATIOS, names.indexOf(name));
/**
 * The looks differ in how they are drawn, not in how they are replaced: one size and ratio for each,
 * and by turns all nine pairs of them. What is replaced in its place is in 'wherever it stands'.
 */
const ownOf = (names: readonly string[], name: string) => {
  const at = names.indexOf(name);
  const pairs = SIZES.flatMap((size) => RATIOS.map((ratio) => [size, ratio] as const));
  return isMatrix ? pairs : pairs.slice(at % pairs.length, (at % pairs.length) + 1);
};
/** For a test that goes through all of them: a busy machine is no defect. */
const LONG_MS = 600_000;

/** Pixels out of the page's reach: the toolbar button reads them. */
const UNREADABLE = ['img-remote', 'canvas-tainted'];
/** Unreadable where the machine has WebGL; where not, the stand-in draws a plain canvas. */
const MAYBE_UNREADABLE = 'canvas-webgl';
const READABLE = qrVariantNames.filter(
  (name) => !UNREADABLE.includes(name) && name !== MAYBE_UNREADABLE && name !== 'decoys',
);

const PLACES = ['page', 'shadow', 'closed-shadow', 'frame', 'cross-frame'];

/** The page asks again and again whether its code is too old, and only the test says so. */
const ON_DEMAND = 'qrReplaceSeconds=100000';

let fixture: QrFixture;
beforeAll(async () => {
  fixture = await openQrFixture();
});
afterAll(() => fixture.close());
afterEach(async () => {
  fixture.simulator.config({ qrSize: initialConfig.qrSize });
  await forgetAccounts(fixture.own);
});

/** Draws and checks one code after another; a failure names look, size and ratio. */
async function forEachCode(
  look: string,
  codes: readonly (readonly [size: number, ratio: number])[],
  work: (size: number, ratio: number, at: number) => Promise<void>,
): Promise<void> {
  for (const [at, [size, ratio]] of codes.entries()) {
    try {
      await work(size, ratio, at);
    } catch (cause) {
      throw new Error(`${look}, ${size} px at ratio ${ratio}: ${String(cause)}`, { cause });
    }
  }
}

/** The first code on a new page, each other in the place of the one before; the card offers each. */
async function offersEach(
  query: string,
  codes: readonly (readonly [size: number, ratio: number])[],
): Promise<void> {
  const { page, simulator } = fixture;
  await forEachCode(query, codes, async (size, ratio, at) => {
    simulator.config({ qrSize: size });
    if (at === 0) {
      await showQr(page, `${query}&${ON_DEMAND}`, ratio);
      await waitForOffer(page, ORDINARY);
    } else {
      // As when the window goes to another screen.
      await setRatio(page, ratio);
      await replaceOffer(fixture);
    }
    await expectDrawn(size, ratio);
  });
}

/** Else all codes might be one: the page has this ratio, and a code of this size. */
async function expectDrawn(size: number, ratio: number): Promise<void> {
  const drawn = await fixture.page.$eval('.sim-qr', (box) => ({
    ratio: devicePixelRatio,
    // As laid out: a dialog that zooms in shows it small at first.
    widths: Array.from(box.querySelectorAll(':scope > *'), (child) => child.clientWidth),
  }));
  expect(drawn.ratio).toBe(ratio);
  // Blocks of text are as wide as their font draws them, rounded to whole px.
  expect(Math.min(...drawn.widths)).toBeGreaterThanOrEqual(size - 1);
}

test.each(READABLE)(
  '%s: offered, saved and filled',
  async (look) => {
    await offersEach(`qr=${look}`, ownOf(READABLE, look));
    await clickCard(fixture.page, 'offer_save');
    await waitForNewestCode(fixture);
  },
  LONG_MS,
);

test.each(UNREADABLE)(
  '%s, at each size and ratio: one line says how it is read, and that way works',
  async (look) => {
    const { page, driven, own, simulator } = fixture;
    const codes = diagonalOf(UNREADABLE, look);
    await forEachCode(look, codes, async (size, ratio, at) => {
      simulator.config({ qrSize: size });
      await showQr(page, `qr=${look}`, ratio);
      await waitForText(page, english('offer_unreadable'));
      await expectDrawn(size, ratio);
      const popup = await driven.openPopup(page);
      await clickControl(popup, { role: 'button', name: english('accounts_scan') });
      await waitForText(popup, english('accounts_review_title'));
      const fields = await popup.$$eval('input', (inputs) => inputs.map(({ value }) => value));
      expect(fields).toContain(USER);
      await waitForScan(own, newestEnrolment(simulator).uri);
      if (at === codes.length - 1) await saveReviewed(popup);
      await popup.close();
    });
  },
  LONG_MS,
);

/** Saves in the popup's review: the vault then gives the code the page expects. */
async function saveReviewed(popup: Page): Promise<void> {
  const { own, simulator } = fixture;
  await clickControl(popup, { role: 'button', name: english('accounts_save') });
  await until('the code the page expects, from the vault', async () => {
    const [account] = (await askAsOwnPage(own, 'accounts', { bin: 'live' })) as AccountView[];
    if (!account) return undefined;
    const rows = (await askAsOwnPage(own, 'codes', { ids: [account.id] })) as AccountRow[];
    return rows[0]?.code?.digits === newestEnrolment(simulator).code ? 'saved' : undefined;
  });
}

test('canvas-webgl: read, or one line says how', async () => {
  await showQr(fixture.page, `qr=${MAYBE_UNREADABLE}`);
  const context = await fixture.page.$eval('.sim-qr canvas', (canvas) =>
    canvas instanceof HTMLCanvasElement && canvas.getContext('webgl2') ? 'webgl' : 'plain',
  );
  const words = context === 'webgl' ? english('offer_unreadable') : ORDINARY;
  await waitForText(fixture.page, words);
});

test('a code drawn as a table, whose rows look like one, too, is closed by one press', async () => {
  await showQr(fixture.page, 'qr=table');
  await waitForOffer(fixture.page, ORDINARY);
  await clickControl(fixture.page, { role: 'button', name: english('offer_dismiss') });
  await expectSilence(fixture);
});

test.each(combinations(SIZES, RATIOS))(
  'decoys alone, %d px at ratio %d: silence',
  async (size, ratio) => {
    await showQr(fixture.page, `qr=decoys&qrSize=${size}`, ratio);
    await expectDrawn(size, ratio);
    await expectSilence(fixture);
  },
);

describe('wherever it stands', () => {
  test.each(PLACES)(
    '%s, at each size and ratio',
    async (place) => offersEach(`qrPlace=${place}`, diagonalOf(PLACES, place)),
    LONG_MS,
  );

  test.each(combinations(SIZES, RATIOS))(
    'half scrolled out, %d px at ratio %d: only once it is whole',
    async (size, ratio) => {
      await showQr(fixture.page, `qrPlace=scrolled&qrSize=${size}`, ratio);
      await expectSilence(fixture);
      await fixture.page.$eval('.sim-scroll', (view) => view.scrollTo(0, 0));
      await waitForOffer(fixture.page, ORDINARY);
    },
  );

  test.each(['theme=dark', 'csp=strict', 'theme=dark&qr=inverted'])('under %s', async (query) => {
    await showQr(fixture.page, query);
    await waitForOffer(fixture.page, ORDINARY);
  });
});

test.each(['page', 'closed-shadow'])(
  'in a %s that never stops adding to itself',
  async (qrPlace) => {
    const { page } = fixture;
    await page.evaluateOnNewDocument(() => {
      const flood = (): void => {
        const box = document.querySelector('#flood') ?? document.createElement('div');
        box.id = 'flood';
        document.body?.append(box);
        box.replaceChildren(...Array.from({ length: 900 }, () => document.createElement('span')));
        requestAnimationFrame(flood);
      };
      requestAnimationFrame(flood);
    });
    await showQr(page, `qrPlace=${qrPlace}`);
    await waitForOffer(page, ORDINARY);
  },
);
