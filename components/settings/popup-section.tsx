import type { PopupPreferences } from '../codes/popup-preferences.ts';
import { useWords } from '../ui/words.ts';

interface PopupSectionProps {
  readonly preferences: PopupPreferences;
  readonly onPreferences: (preferences: PopupPreferences) => void;
}

/** How the popup shows codes and takes keys. */
export function PopupSection({ preferences, onPreferences }: PopupSectionProps) {
  const words = useWords();
  return (
    <section class="form">
      <h2>{words('options_popup')}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={preferences.digits === 'on-focus'}
          onChange={({ currentTarget }) =>
            onPreferences({
              ...preferences,
              digits: currentTarget.checked ? 'on-focus' : 'shown',
            })
          }
        />
        {words('options_hide_codes')}
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={preferences.keys === 'single'}
          onChange={({ currentTarget }) =>
            onPreferences({ ...preferences, keys: currentTarget.checked ? 'single' : 'off' })
          }
        />
        {words('options_keys_single')}
      </label>
    </section>
  );
}
