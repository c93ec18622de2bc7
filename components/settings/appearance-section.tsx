import type { PopupPreferences } from '../codes/popup-preferences.ts';
import { DENSITIES, TEXT_SIZES, THEMES, type Appearance } from '../ui/appearance.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../ui/words.ts';
import { SelectRow, SwitchRow } from './setting-row.tsx';

const THEME_WORDS: Readonly<Record<Appearance['theme'], MessageKey>> = {
  system: 'settings_theme_system',
  light: 'settings_theme_light',
  dark: 'settings_theme_dark',
};

const TEXT_WORDS: Readonly<Record<Appearance['text'], MessageKey>> = {
  normal: 'settings_text_normal',
  large: 'settings_text_large',
  larger: 'settings_text_larger',
};

const DENSITY_WORDS: Readonly<Record<Appearance['density'], MessageKey>> = {
  roomy: 'settings_density_roomy',
  compact: 'settings_density_compact',
};

/** The languages that the user can choose from, each by its name in that language. */
interface LanguageChoice {
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** '': that of the browser. */
  readonly chosen: string;
  readonly onChoose: (tag: string) => void;
}

interface AppearanceSectionProps {
  /** Absent where there is no other language, or an administrator has set it. */
  readonly language?: LanguageChoice | undefined;
  readonly appearance: Appearance;
  readonly onAppearance: (appearance: Appearance) => void;
  readonly preferences: PopupPreferences;
  readonly onPreferences: (preferences: PopupPreferences) => void;
}

/** How our pages look, and how the popup shows codes and takes keys. */
export function AppearanceSection(props: AppearanceSectionProps) {
  const { language, appearance, onAppearance, preferences, onPreferences } = props;
  const words = useWords();
  function optionsOf<Value extends string>(
    values: readonly Value[],
    keys: Readonly<Record<Value, MessageKey>>,
  ) {
    return values.map((value) => ({ value, label: words(keys[value]) }));
  }
  return (
    <section class="setting-group">
      {language && (
        <SelectRow
          title={words('settings_language')}
          value={language.chosen}
          options={[
            { value: '', label: words('settings_language_browser') },
            ...language.languages.map(({ tag, name }) => ({ value: tag, label: name, lang: tag })),
          ]}
          onValue={language.onChoose}
        />
      )}
      <SelectRow
        title={words('settings_theme')}
        value={appearance.theme}
        options={optionsOf(THEMES, THEME_WORDS)}
        onValue={(theme) => onAppearance({ ...appearance, theme })}
      />
      <SelectRow
        title={words('settings_text')}
        value={appearance.text}
        options={optionsOf(TEXT_SIZES, TEXT_WORDS)}
        onValue={(text) => onAppearance({ ...appearance, text })}
      />
      <SelectRow
        title={words('settings_density')}
        hint={words('settings_density_hint')}
        value={appearance.density}
        options={optionsOf(DENSITIES, DENSITY_WORDS)}
        onValue={(density) => onAppearance({ ...appearance, density })}
      />
      <SwitchRow
        title={words('options_hide_codes')}
        hint={words('settings_hide_codes_hint')}
        value={preferences.digits === 'on-focus' ? 'on' : 'off'}
        onValue={(value) =>
          onPreferences({ ...preferences, digits: value === 'on' ? 'on-focus' : 'shown' })
        }
      />
      <SwitchRow
        title={words('options_keys_single')}
        hint={words('options_keys_single_hint')}
        value={preferences.keys === 'single' ? 'on' : 'off'}
        onValue={(value) =>
          onPreferences({ ...preferences, keys: value === 'on' ? 'single' : 'off' })
        }
      />
    </section>
  );
}
