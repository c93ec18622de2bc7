import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { takePrefetched } from '../../lib/protocol/popup-view.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { FailedScreen } from './failed-screen.tsx';
import { Popup } from './popup.tsx';
import { loadOtherScreens } from './use-popup-screens.ts';

/** Firefox leaves the popup open, over the page that a link of it has opened. */
function closeAfterLinks(): void {
  document.addEventListener('click', ({ target }) => {
    const isLink = target instanceof Element && target.closest('a[target="_blank"]') !== null;
    // The browser follows the link first.
    if (isLink) setTimeout(() => window.close());
  });
}

if (location.protocol === 'moz-extension:') closeAfterLinks();
void mountPage(getLanguage(), async () => {
  try {
    const { tabId, view } = await takePrefetched();
    const otherScript = view.scanResults.length > 0 ? await loadOtherScreens() : undefined;
    return <Popup first={view} tabId={tabId} otherScript={otherScript} />;
  } catch (thrown) {
    return <FailedScreen errorCode={errorCodeOf(thrown)} />;
  }
});
