import '../../components/theme.css';
import { MessageView } from '../../components/ui/message-view.tsx';
import { mount } from '../../components/ui/mount.tsx';
import { errorCodeOf } from '../../lib/errors.ts';
import { getLanguage } from '../../lib/browser/language.ts';
import { takeAhead } from '../../lib/protocol/popup-view.ts';
import { Popup } from './popup.tsx';

// One question before the first code; the popup renders once, with its answer.
void (async () => {
  const language = await getLanguage();
  try {
    const { tabId, view } = await takeAhead();
    mount(<Popup first={view} tabId={tabId} />, language);
  } catch (thrown) {
    mount(<MessageView errorCode={errorCodeOf(thrown)} />, language);
  }
})();
