import '../../components/pages.css';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { GuideScreen } from './guide-screen.tsx';

void mountPage(getLanguage, () => <GuideScreen />);
