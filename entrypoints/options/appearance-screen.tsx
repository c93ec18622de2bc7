import { useState } from 'preact/hooks';
import { readPreferences, writePreferences } from '../../components/codes/popup-preferences.ts';
import { AppearanceSection } from '../../components/settings/appearance-section.tsx';
import { readAppearance, showAppearance, writeAppearance } from '../../components/ui/appearance.ts';
import {
  choosableLanguages,
  chooseLanguage,
  findChosenLanguage,
} from '../../lib/browser/choose-language.ts';

interface AppearanceScreenProps {
  /** set: an administrator has. */
  readonly language: 'choosable' | 'set';
}

/** How our pages look; a change shows at once, in this page and in every other one of ours. */
export function AppearanceScreen({ language }: AppearanceScreenProps) {
  const [chosen, setChosen] = useState(findChosenLanguage);
  const languages = language === 'choosable' ? choosableLanguages() : [];
  const [appearance, setAppearance] = useState(() => readAppearance(localStorage));
  const [preferences, setPreferences] = useState(() => readPreferences(localStorage));
  return (
    <AppearanceSection
      language={
        languages.length === 0
          ? undefined
          : {
              languages,
              chosen: chosen ?? '',
              onChoose: (tag) => {
                const wanted = languages.find((one) => one.tag === tag)?.tag;
                setChosen(wanted);
                chooseLanguage(wanted);
              },
            }
      }
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
