import '../../components/theme.css';
import { mount } from '../../components/ui/mount.tsx';
import { WelcomeView } from '../../components/ui/welcome-view.tsx';
import { getLanguage } from '../../lib/browser/language.ts';

void (async () => {
  mount(<WelcomeView />, await getLanguage());
})();
