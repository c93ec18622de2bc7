import { useState } from 'preact/hooks';
import { readPreferences, writePreferences } from '../../components/codes/popup-preferences.ts';
import { ExportSection } from '../../components/export/export-section.tsx';
import { ImportSection } from '../../components/import/import-section.tsx';
import { PopupSection } from '../../components/settings/popup-section.tsx';
import { AboutSection } from '../../components/ui/about-section.tsx';
import { useWords } from '../../components/ui/words.ts';
import type { VaultView } from '../../lib/protocol/vault-views.ts';
import { ClipboardScreen } from './clipboard-screen.tsx';
import { SitesSection } from './sites-section.tsx';
import { VaultScreen } from './vault-screen.tsx';
import { ExplanationSection } from './explanation-section.tsx';

/** The settings: a section for the vault, the sites, the finder, the popup and the extension itself. */
export function OptionsScreen({ vault }: { readonly vault: VaultView }) {
  const words = useWords();
  const [preferences, setPreferences] = useState(() => readPreferences(localStorage));
  return (
    <main class="settings">
      <h1>{words('options_title')}</h1>
      <VaultScreen first={vault} />
      <ImportSection />
      <ExportSection />
      <SitesSection />
      <ExplanationSection />
      <PopupSection
        preferences={preferences}
        onPreferences={(wanted) => {
          writePreferences(localStorage, wanted);
          setPreferences(wanted);
        }}
      />
      <ClipboardScreen />
      <AboutSection />
    </main>
  );
}
