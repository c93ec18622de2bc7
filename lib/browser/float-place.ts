import type { WindowBounds } from './windows.ts';

/** Where the float window stood last. It is no secret, so it lies in localStorage, and needs no permission. */
const KEY = 'float-place';

const NAMES = ['left', 'top', 'width', 'height'] as const;

/** As a part of the request that opens the window; empty where it never stood anywhere. */
export function readFloatPlace(store: Pick<Storage, 'getItem'>): { readonly at?: WindowBounds } {
  const [left, top, width, height] = (store.getItem(KEY) ?? '').split(' ').map(Number);
  if (left === undefined || top === undefined || width === undefined || height === undefined) {
    return {};
  }
  const at = { left, top, width, height };
  const isWhole = NAMES.every((name) => Number.isSafeInteger(at[name]));
  return isWhole && width >= 100 && height >= 100 ? { at } : {};
}

/** `shown`: the window that stands there, in px of the screen. */
export function writeFloatPlace(
  store: Pick<Storage, 'setItem'>,
  shown: Pick<Window, 'screenX' | 'screenY' | 'outerWidth' | 'outerHeight'>,
): void {
  const { screenX, screenY, outerWidth, outerHeight } = shown;
  store.setItem(KEY, [screenX, screenY, outerWidth, outerHeight].map(Math.round).join(' '));
}
