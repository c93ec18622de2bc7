import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { takePrefetched } from '../../lib/protocol/popup-view.ts';
import { Popup } from './popup.tsx';

void mountPage(getLanguage(), async () => {
  const { tabId, view } = await takePrefetched();
  return <Popup first={view} tabId={tabId} />;
});
