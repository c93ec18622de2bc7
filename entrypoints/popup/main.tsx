import '../../components/theme.css';
import { mount } from '../../components/ui/mount.tsx';
import { errorCodeOf } from '../../lib/errors.ts';
import { errorWords, words } from '../../lib/browser/i18n.ts';
import { ask } from '../../lib/protocol/client.ts';
import { FIRST_ROWS, Popup } from './popup.tsx';

// One question before the first code; the popup renders once, with its answer.
void (async () => {
  const language = { words, errorWords };
  try {
    const view = await ask('popupView', { limit: FIRST_ROWS });
    mount(<Popup first={view} />, language);
  } catch (thrown) {
    mount(<p class="view">{errorWords(errorCodeOf(thrown))}</p>, language);
  }
})();
