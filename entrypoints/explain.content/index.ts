import { defineContentScript } from 'wxt/utils/define-content-script';
import { explainDocument } from '../../lib/page/field/explain.ts';
import { siteOfAncestors } from '../../lib/page/dom/frame-ancestors.ts';
import { contextNow } from '../../lib/page/prompt/sign-in-relay.ts';
import { matchPatterns } from '../../lib/sites/index.ts';

/**
 * Injected when the user asks in the options why a field was or was not filled, or opens the popup
 * in the middle of a sign-in.
 * Its answer is the value of the script: it listens to nothing and stays for nothing.
 */
export default defineContentScript({
  matches: [...matchPatterns],
  allFrames: true,
  registration: 'runtime',
  main() {
    // A sandboxed document has no origin of its own, whatever its address says.
    const isForeign = window.origin === 'null' || siteOfAncestors(window) === 'foreign';
    return isForeign ? { kind: 'foreign' } : explainDocument(contextNow());
  },
});
