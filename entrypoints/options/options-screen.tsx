import { AboutSection } from '../../components/ui/about-section.tsx';
import { useWords } from '../../components/ui/words.ts';
import { SitesSection } from './sites-section.tsx';

/** The settings, a section each. */
export function OptionsScreen() {
  const words = useWords();
  return (
    <main>
      <h1>{words('options_title')}</h1>
      <SitesSection />
      <AboutSection />
    </main>
  );
}
