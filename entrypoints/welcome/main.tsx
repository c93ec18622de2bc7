import '../../components/pages.css';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { readVault, WelcomeScreen } from './welcome-screen.tsx';

void mountPage(getLanguage, async () => <WelcomeScreen first={await readVault()} />);
