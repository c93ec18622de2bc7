import '../../components/pages.css';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { getLanguage } from '../../lib/browser/language.ts';
import { OptionsScreen, readKnown } from './options-screen.tsx';

void mountPage(getLanguage, async () => <OptionsScreen first={await readKnown()} />);
