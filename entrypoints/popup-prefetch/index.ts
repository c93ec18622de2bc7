import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showAppearance } from '../../components/ui/appearance.ts';
import { prefetchView } from '../../lib/protocol/popup-view.ts';

/**
 * Sends the popup's first request, which wakes the background, while the
 * popup's main script still loads; and gives the popup its look before the first paint.
 */
export default defineUnlistedScript(() => {
  prefetchView();
  showAppearance();
});
