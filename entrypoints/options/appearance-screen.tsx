import { useState } from 'preact/hooks';
import { readPreferences, writePreferences } from '../../components/codes/popup-preferences.ts';
import { AppearanceSection } from '../../components/settings/appearance-section.tsx';
import { readAppearance, showAppearance, writeAppearance } from '../../components/ui/appearance.ts';

/** How our pages look; a change shows at once, in this page and in every other one of ours. */
export function AppearanceScreen() {
  const [appearance, setAppearance] = useState(() => readAppearance(localStorage));
  const [preferences, setPreferences] = useState(() => readPreferences(localStorage));
  return (
    <AppearanceSection
      appearance={appearance}
      onAppearance={(wanted) => {
        writeAppearance(localStorage, wanted);
        showAppearance();
        setAppearance(wanted);
      }}
      preferences={preferences}
      onPreferences={(wanted) => {
        writePreferences(localStorage, wanted);
        setPreferences(wanted);
      }}
    />
  );
}
