import '../../components/theme.css';
import { mount } from '../../components/ui/mount.tsx';
import { errorWords, words } from '../../lib/browser/i18n.ts';
import { OptionsScreen } from './options-screen.tsx';

mount(<OptionsScreen />, { words, errorWords });
