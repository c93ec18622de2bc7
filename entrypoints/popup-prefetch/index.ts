import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { prefetchView } from '../../lib/protocol/popup-view.ts';

/** Sends the popup's first request, which wakes the background, while the popup's main script still loads. */
export default defineUnlistedScript(prefetchView);
