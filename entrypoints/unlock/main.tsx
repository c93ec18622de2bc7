import '../../components/theme.css';
import { MessageView } from '../../components/ui/message-view.tsx';
import { mount } from '../../components/ui/mount.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import { UnlockScreen } from './unlock-screen.tsx';

void (async () => {
  const language = await getLanguage();
  const { words } = language;
  try {
    const vault = await ask('vaultState', {});
    document.title = words(vault.state === 'absent' ? 'unlock_window_protect' : 'unlock_title');
    mount(<UnlockScreen first={vault} />, language);
  } catch (thrown) {
    mount(<MessageView errorCode={errorCodeOf(thrown)} />, language);
  }
})();
