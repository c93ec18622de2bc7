/**
 * Every look an enrolment's QR code may have: the card offers it by its right
 * name, or says in one line how to read it, or stays silent.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qrVariantNames } from '../../simulator/qr/index.ts';
import { clickControl } from '../driver/controls.ts';
import { english } from '../driver/nightlatch.ts';
import {
  cardOffers,
  openStage,
  ORDINARY,
  showQr,
  staysSilent,
  USER,
  waitForWords,
  type Stage,
} from './stage.ts';

/** CSS px of the code's edge; 134 and 174 are what ant-design-vue draws at its usual sizes. */
const SIZES = [134, 174, 256];
const RATIOS = [1, 1.25, 2];
const PRODUCT = SIZES.flatMap((size) => RATIOS.map((ratio) => ({ size, ratio })));

/** Pixels out of the page's reach: the toolbar button reads them. */
const UNREADABLE = new Set(['img-remote', 'canvas-tainted']);
/** Unreadable where the machine has WebGL; where not, the stand-in draws a plain canvas. */
const MAYBE_UNREADABLE = 'canvas-webgl';
const READABLE = qrVariantNames.filter(
  (name) => !UNREADABLE.has(name) && name !== MAYBE_UNREADABLE && name !== 'decoys',
);

/** The whole product of looks, sizes and ratios takes many minutes: by NIGHTLATCH_FULL=1 only. */
const isFull = process.env['NIGHTLATCH_FULL'] === '1';
const cases = READABLE.flatMap((look, at) => {
  if (isFull || look === 'canvas-transparent') return PRODUCT.map((one) => ({ look, ...one }));
  // One each, but of different size and ratio from look to look.
  const one = PRODUCT[(at * 4) % PRODUCT.length];
  return one ? [{ look, ...one }] : [];
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test.each(cases)('$look, $size px at $ratio', async ({ look, size, ratio }) => {
  await showQr(stage.page, `qr=${look}&qrSize=${size}`, ratio);
  await cardOffers(stage.page, ORDINARY);
});

const notReadable = isFull
  ? [...UNREADABLE].flatMap((look) => PRODUCT.map((one) => ({ look, ...one })))
  : [...UNREADABLE].map((look) => ({ look, size: 174, ratio: 1 }));

test.each(notReadable)(
  '$look, $size px at $ratio: one line says how it is read, and that way works',
  async ({ look, size, ratio }) => {
    await showQr(stage.page, `qr=${look}&qrSize=${size}`, ratio);
    await waitForWords(stage.page, english('offer_unreadable'));
    const popup = await stage.driven.openPopup(stage.page);
    await clickControl(popup, { role: 'button', name: english('accounts_scan') });
    await waitForWords(popup, english('accounts_review_title'));
    const fields = await popup.$$eval('input', (inputs) => inputs.map(({ value }) => value));
    expect(fields).toContain(USER);
    await popup.close();
  },
);

test('canvas-webgl: read, or one line says how', async () => {
  await showQr(stage.page, `qr=${MAYBE_UNREADABLE}`);
  const context = await stage.page.$eval('.sim-qr canvas', (canvas) =>
    canvas instanceof HTMLCanvasElement && canvas.getContext('webgl2') ? 'webgl' : 'plain',
  );
  const words = context === 'webgl' ? english('offer_unreadable') : ORDINARY;
  await waitForWords(stage.page, words);
});

test('decoys alone: silence', async () => {
  await showQr(stage.page, 'qr=decoys');
  await staysSilent(stage);
});

describe('wherever it stands', () => {
  test.each(['dialog', 'page', 'shadow', 'closed-shadow', 'frame', 'cross-frame'])(
    '%s',
    async (place) => {
      await showQr(stage.page, `qrPlace=${place}`);
      await cardOffers(stage.page, ORDINARY);
    },
  );

  test('half scrolled out: only once it is whole', async () => {
    await showQr(stage.page, 'qrPlace=scrolled');
    await staysSilent(stage);
    await stage.page.$eval('.sim-scroll', (view) => view.scrollTo(0, 0));
    await cardOffers(stage.page, ORDINARY);
  });

  test.each(['theme=dark', 'csp=strict', 'theme=dark&qr=inverted'])('under %s', async (query) => {
    await showQr(stage.page, query);
    await cardOffers(stage.page, ORDINARY);
  });
});

test.each(['page', 'closed-shadow'])(
  'in a %s that never stops adding to itself',
  async (qrPlace) => {
    const { page } = stage;
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
    await cardOffers(page, ORDINARY);
  },
);
