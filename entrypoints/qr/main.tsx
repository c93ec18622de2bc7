import '../../components/pages.css';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { onLocked } from '../../lib/browser/lock-broadcast.ts';
import { ask } from '../../lib/protocol/client.ts';
import { QrScreen } from './qr-screen.tsx';

// What it shows is a secret, and goes with the vault.
onLocked(() => window.close(), new AbortController().signal);

void mountPage(getLanguage, async ({ words }) => {
  document.title = words('accounts_qr');
  const account = await ask('qrAccount', {});
  const { passkeys } = await ask('vaultState', {});
  return <QrScreen account={account} passkeys={passkeys} />;
});
