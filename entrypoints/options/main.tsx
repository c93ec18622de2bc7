import '../../components/theme.css';
import { mount } from '../../components/ui/mount.tsx';
import { AboutView } from '../../components/ui/about-view.tsx';
import { errorWords, words } from '../../lib/browser/i18n.ts';

mount(<AboutView />, { words, errorWords });
