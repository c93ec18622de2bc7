import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchForQr } from '../../lib/page/find-qr.ts';
import { askAsPage } from '../../lib/protocol/client.ts';
import { matchPatterns } from '../../lib/sites/index.ts';

export default defineContentScript({
  matches: [...matchPatterns],
  allFrames: true,
  runAt: 'document_start',
  main() {
    const untilSeen = new AbortController();
    watchForQr(() => {
      untilSeen.abort();
      askAsPage('enrolmentSeen', {}).catch(() => {
        // Not our site after all, or orphaned by an update: stay silent.
      });
    }, untilSeen.signal);
  },
});
