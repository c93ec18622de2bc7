import '../../components/pages.css';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { ImportScreen } from './import-screen.tsx';

void mountPage(getLanguage, () => <ImportScreen />);
