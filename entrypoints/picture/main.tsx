import '../../components/theme.css';
import { mount } from '../../components/ui/mount.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { PictureScreen } from './picture-screen.tsx';

void (async () => {
  mount(<PictureScreen />, await getLanguage());
})();
