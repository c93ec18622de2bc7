import { firstView } from './first-request.ts';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import type { FirstView } from '../../lib/protocol/popup-view.ts';
import { FailedScreen } from './failed-screen.tsx';
import { closeAfterLinks } from './open-page.ts';
import { Popup } from './popup.tsx';
import { loadOtherScreens } from './use-popup-screens.ts';

async function showPopup(first: Promise<FirstView>): Promise<void> {
  closeAfterLinks();
  await mountPage(getLanguage, async () => {
    try {
      const { tabId, view } = await first;
      const otherScript = view.scanResults.length > 0 ? await loadOtherScreens() : undefined;
      return <Popup first={view} tabId={tabId} otherScript={otherScript} />;
    } catch (thrown) {
      return <FailedScreen errorCode={errorCodeOf(thrown)} />;
    }
  });
}

if (firstView !== undefined) void showPopup(firstView);
