import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { ask } from '../../lib/protocol/client.ts';
import { WelcomeScreen } from './welcome-screen.tsx';

void mountPage(getLanguage(), async () => {
  // A vault that cannot be asked about does not keep anybody from reading this page.
  const state = await ask('vaultState', {}).then(
    (vault) => vault.state,
    () => 'locked' as const,
  );
  return <WelcomeScreen first={state === 'absent' ? 'absent' : 'there'} />;
});
