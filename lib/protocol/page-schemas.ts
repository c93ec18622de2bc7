/** The parsers of what content scripts may ask. */
import * as v from 'valibot';
import type { PageRequests } from './page-messages.ts';
import {
  duplicate,
  id,
  index,
  list,
  nothing,
  parser,
  text,
  type RequestParsers,
} from './schema-parts.ts';

/** Base64 of 1024 × 1024 grey pixels, and room for padding. */
const GREY_CHARACTERS = 1_400_000;

/** No screen is larger; NaN and infinite are no numbers here. */
const px = v.pipe(v.number(), v.minValue(-1_000_000), v.maxValue(1_000_000));

export const pageSchemas: RequestParsers<PageRequests> = {
  signInInput: parser(v.strictObject({ identity: v.exactOptional(text(320)) })),
  fieldInView: nothing,
  promptReport: parser(
    v.strictObject({
      promptId: id,
      arrival: v.exactOptional(v.picklist(['navigated', 'here'])),
      facts: v.exactOptional(
        v.strictObject({
          verdict: v.picklist(['fill', 'offer']),
          boxes: v.pipe(index, v.maxValue(16)),
          maxLength: v.pipe(v.number(), v.safeInteger()),
          type: text(16),
          signals: list(text(64), 96),
          complaint: v.picklist(['shown', 'none']),
          readiness: v.picklist(['ready', 'held']),
        }),
      ),
    }),
  ),
  promptTake: parser(
    v.strictObject({ promptId: id, press: v.picklist(['fill', 'use-site-clock']) }),
  ),
  promptRenew: parser(v.strictObject({ promptId: id })),
  promptOutcome: parser(
    v.strictObject({
      promptId: id,
      outcome: v.picklist([
        'filled',
        'not-filled',
        'refused',
        'gone',
        'gone-unserved',
        'sent-and-gone',
      ]),
    }),
  ),
  promptOpen: parser(
    v.strictObject({
      promptId: id,
      at: v.exactOptional(
        v.strictObject({ left: px, top: px, bottom: px, viewWidth: px, viewHeight: px }),
      ),
    }),
  ),
  promptCopied: parser(v.strictObject({ promptId: id, digits: text(16) })),
  clockSample: parser(
    v.strictObject({ serverDateMs: v.number(), sentMs: v.number(), receivedMs: v.number() }),
  ),
  qrExpected: parser(v.strictObject({ script: v.picklist(['needed', 'here']) })),
  scanPixels: parser(
    v.strictObject({
      width: v.pipe(index, v.maxValue(2048)),
      height: v.pipe(index, v.maxValue(2048)),
      grey: text(GREY_CHARACTERS),
    }),
  ),
  scanHandOver: parser(v.strictObject({ scanId: id })),
  scanAgain: parser(v.strictObject({ scanId: id })),
  scanSave: parser(
    v.strictObject({ scanId: id, cause: v.picklist(['press', 'redraw']), duplicate }),
  ),
  scanCode: parser(v.strictObject({ scanId: id })),
  scanOpen: parser(v.strictObject({ scanId: v.exactOptional(id) })),
  scanBackUp: nothing,
  scanUndo: parser(v.strictObject({ scanId: id })),
  scanOutcome: parser(
    v.strictObject({
      scanId: id,
      outcome: v.picklist(['confirmed', 'refused', 'cancelled', 'dismissed']),
    }),
  ),
};
