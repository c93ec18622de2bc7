import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { takePrefetched } from '../../lib/protocol/popup-view.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { FailedScreen } from './failed-screen.tsx';
import { closeAfterLinks } from './open-page.ts';
import { Popup } from './popup.tsx';
import { loadOtherScreens } from './use-popup-screens.ts';

closeAfterLinks();
void mountPage(getLanguage, async () => {
  try {
    const { tabId, view } = await takePrefetched();
    const otherScript = view.scanResults.length > 0 ? await loadOtherScreens() : undefined;
    return <Popup first={view} tabId={tabId} otherScript={otherScript} />;
  } catch (thrown) {
    return <FailedScreen errorCode={errorCodeOf(thrown)} />;
  }
});
