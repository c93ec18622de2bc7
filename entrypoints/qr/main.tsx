import '../../components/theme.css';
import { MessageView } from '../../components/ui/message-view.tsx';
import { mount } from '../../components/ui/mount.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import { QrScreen } from './qr-screen.tsx';

void (async () => {
  const language = await getLanguage();
  const { words } = language;
  document.title = words('accounts_qr');
  try {
    const account = await ask('qrAccount', {});
    const { passkeys } = await ask('vaultState', {});
    mount(<QrScreen account={account} passkeys={passkeys} />, language);
  } catch (thrown) {
    mount(<MessageView errorCode={errorCodeOf(thrown)} />, language);
  }
})();
