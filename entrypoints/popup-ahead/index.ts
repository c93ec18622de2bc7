import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askAhead } from '../../lib/protocol/popup-view.ts';

/** The popup's first question leaves, and wakes the background, while the popup's own script still loads. */
export default defineUnlistedScript(askAhead);
