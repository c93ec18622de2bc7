import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showAppearance } from '../../components/ui/appearance.ts';

/** Runs in the head of our pages, so that the first paint has the user's theme and text size already. */
export default defineUnlistedScript(showAppearance);
