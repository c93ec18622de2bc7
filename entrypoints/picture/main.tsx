import '../../components/pages.css';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { PictureScreen } from './picture-screen.tsx';

void mountPage(getLanguage, () => <PictureScreen />);
