import { mountPage } from '../../components/ui/mount.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { takeAhead } from '../../lib/protocol/popup-view.ts';
import { Popup } from './popup.tsx';

void mountPage(getLanguage(), async () => {
  const { tabId, view } = await takeAhead();
  return <Popup first={view} tabId={tabId} />;
});
