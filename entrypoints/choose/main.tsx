import '../../components/theme.css';
import { MessageView } from '../../components/ui/message-view.tsx';
import { mount } from '../../components/ui/mount.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import { ChooseScreen } from './choose-screen.tsx';

void (async () => {
  const language = await getLanguage();
  const { words } = language;
  document.title = words('choose_title');
  try {
    mount(<ChooseScreen view={await ask('pickerView', {})} />, language);
  } catch (thrown) {
    mount(<MessageView errorCode={errorCodeOf(thrown)} />, language);
    // Nobody waits for a choice: a window the browser brought back, or a page that went meanwhile.
    window.close();
  }
})();
