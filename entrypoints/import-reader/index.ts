import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { errorCodeOf } from '../../lib/errors.ts';
import type { ReaderAsk, ReaderReply } from '../../lib/protocol/reader-messages.ts';
import { ImportReader } from './import-reader.ts';

/**
 * A worker of the import page's own: it alone carries the formats, so that the
 * background stays small, and ending it ends a key derivation at once. It has no
 * extension API; whatever it reads goes back to the page that made it.
 */
export default defineUnlistedScript(() => {
  const reader = new ImportReader((progress) => tell({ kind: 'progress', progress }));
  addEventListener('message', (event: MessageEvent<ReaderAsk>) => {
    void answerOf(reader, event.data).then(tell);
  });
});

function tell(reply: ReaderReply): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  postMessage(reply);
}

async function answerOf(reader: ImportReader, ask: ReaderAsk): Promise<ReaderReply> {
  try {
    return { kind: 'reading', reading: await reader.answer(ask) };
  } catch (thrown) {
    return { kind: 'failed', code: errorCodeOf(thrown) };
  }
}
