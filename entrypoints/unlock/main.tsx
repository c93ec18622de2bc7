import '../../components/pages.css';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { ask } from '../../lib/protocol/client.ts';
import { UnlockScreen } from './unlock-screen.tsx';

void mountPage(getLanguage, async ({ words }) => {
  const vault = await ask('vaultState', {});
  document.title = words(vault.state === 'absent' ? 'unlock_window_protect' : 'unlock_title');
  return <UnlockScreen first={vault} />;
});
