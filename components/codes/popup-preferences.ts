/** How the popup behaves. It is no secret, so it lies in the page's localStorage, which answers at once. */
export interface PopupPreferences {
  readonly digits: 'shown' | 'on-focus';
  /** Whether the single-key shortcuts F and E are on (WCAG 2.1.4 asks for a way to switch them off). */
  readonly keys: 'single' | 'off';
}

const DIGITS = 'popup-digits';
const KEYS = 'popup-keys';

export function readPreferences(store: Pick<Storage, 'getItem'>): PopupPreferences {
  return {
    digits: store.getItem(DIGITS) === 'on-focus' ? 'on-focus' : 'shown',
    keys: store.getItem(KEYS) === 'off' ? 'off' : 'single',
  };
}

export function writePreferences(
  store: Pick<Storage, 'setItem'>,
  { digits, keys }: PopupPreferences,
): void {
  store.setItem(DIGITS, digits);
  store.setItem(KEYS, keys);
}
