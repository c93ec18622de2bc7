import '../../components/theme.css';
import { mount } from '../../components/ui/mount.tsx';
import { errorWords, words } from '../../lib/browser/i18n.ts';
import { PictureScreen } from './picture-screen.tsx';

mount(<PictureScreen />, { words, errorWords });
