import { mountPage } from '../../components/ui/mount-page.tsx';
import { WelcomeView } from '../../components/ui/welcome-view.tsx';
import { getLanguage } from '../../lib/browser/language.ts';

void mountPage(getLanguage(), () => <WelcomeView />);
