import '../../components/theme.css';
import { MessageView } from '../../components/ui/message-view.tsx';
import { mount } from '../../components/ui/mount.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import { OptionsScreen } from './options-screen.tsx';

void (async () => {
  const language = await getLanguage();
  try {
    const vault = await ask('vaultState', {});
    mount(<OptionsScreen vault={vault} />, language);
  } catch (thrown) {
    mount(<MessageView errorCode={errorCodeOf(thrown)} />, language);
  }
})();
