import '../../components/theme.css';
import { mount } from '../../components/ui/mount.tsx';
import { WelcomeView } from '../../components/ui/welcome-view.tsx';
import { errorWords, words } from '../../lib/browser/i18n.ts';

mount(<WelcomeView />, { words, errorWords });
