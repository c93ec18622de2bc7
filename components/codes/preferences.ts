/** How the popup behaves; no secret, so it may lie in the page's own storage, read at once. */
export interface Preferences {
  readonly digits: 'shown' | 'on-focus';
  /** Single-key shortcuts F and E (WCAG 2.1.4). */
  readonly keys: 'single' | 'off';
}

const DIGITS = 'popup-digits';
const KEYS = 'popup-keys';

export function readPreferences(store: Pick<Storage, 'getItem'>): Preferences {
  return {
    digits: store.getItem(DIGITS) === 'on-focus' ? 'on-focus' : 'shown',
    keys: store.getItem(KEYS) === 'off' ? 'off' : 'single',
  };
}

export function writePreferences(
  store: Pick<Storage, 'setItem'>,
  { digits, keys }: Preferences,
): void {
  store.setItem(DIGITS, digits);
  store.setItem(KEYS, keys);
}
