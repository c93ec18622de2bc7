import { defineContentScript } from 'wxt/utils/define-content-script';
import { toBase64 } from '../../lib/base64.ts';
import { errorWords, uiDirection, words } from '../../lib/browser/i18n.ts';
import { onReplaced } from '../../lib/page/dom/leftovers.ts';
import { PageEnrolments } from '../../lib/page/enrolment/page-enrolments.ts';
import { beginScript } from '../../lib/protocol/begin-script.ts';
import { askAsPage, isAlive, onPush } from '../../lib/protocol/client.ts';
import { matchPatterns } from '../../lib/sites/index.ts';

export default defineContentScript({
  matches: [...matchPatterns],
  allFrames: true,
  registration: 'runtime',
  main() {
    const ending = beginScript('enrol');
    if (!ending) return;
    onReplaced(() => ending.abort(), ending.signal);

    /** After an update this script is an orphan: it takes its card away and falls silent. */
    const alive = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
      try {
        return await asked;
      } catch (thrown) {
        if (!isAlive()) ending.abort();
        throw thrown;
      }
    };

    const pushes = new PageEnrolments(
      {
        read: ({ width, height, data }) =>
          alive(askAsPage('scanPixels', { width, height, grey: toBase64(data) })),
        handOver: (scanId) => alive(askAsPage('scanHandOver', { scanId })),
        readAgain: (scanId) => alive(askAsPage('scanAgain', { scanId })),
        save: (scanId, order) => alive(askAsPage('scanSave', { scanId, ...order })),
        code: (scanId) => alive(askAsPage('scanCode', { scanId })),
        outcome: (scanId, outcome) => alive(askAsPage('scanOutcome', { scanId, outcome })),
        undo: (scanId) => alive(askAsPage('scanUndo', { scanId })),
        backUp: () => alive(askAsPage('scanBackUp', {})),
        open: (scanId) => alive(askAsPage('scanOpen', scanId ? { scanId } : {})),
      },
      { say: (word) => words(`offer_${word}`), error: errorWords, direction: uiDirection() },
      ending.signal,
    ).start();
    onPush(
      {
        scanOffered: (scan) => pushes.offered(scan),
        scanAgain: () => pushes.readAgain(),
        scanSaved: ({ scanId, code, undoUntilMs }) => pushes.saved(scanId, code, undoUntilMs),
        scanFill: ({ scanId }) => pushes.fillNext(scanId),
        scanFailed: ({ scanId, code }) => pushes.failed(scanId, code),
      },
      ending.signal,
    );
  },
});
