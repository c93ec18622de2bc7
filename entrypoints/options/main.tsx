import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { ask } from '../../lib/protocol/client.ts';
import { OptionsScreen } from './options-screen.tsx';

void mountPage(getLanguage(), async () => <OptionsScreen first={await ask('vaultState', {})} />);
