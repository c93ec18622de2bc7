/**
 * How our pages look: the user's choice for every page of ours. It is no
 * secret, so it lies in localStorage, which a script can read before the first
 * paint. The style sheets read it from data attributes of the root element
 * (appearance.css).
 */
export interface Appearance {
  readonly theme: 'system' | 'light' | 'dark';
  /** large: 115 %, larger: 130 %. */
  readonly text: 'normal' | 'large' | 'larger';
  readonly density: 'roomy' | 'compact';
}

export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export const DENSITIES = ['roomy', 'compact'] as const;

const PREFIX = 'appearance-';

/** Storage may hold anything: whatever is not in the list counts as its first entry, the default. */
function valueIn<Value extends string>(
  list: readonly [Value, ...(readonly Value[])],
  stored: string | null,
): Value {
  return list.find((value) => value === stored) ?? list[0];
}

export function readAppearance(store: Pick<Storage, 'getItem'>): Appearance {
  return {
    theme: valueIn(THEMES, store.getItem(`${PREFIX}theme`)),
    text: valueIn(TEXT_SIZES, store.getItem(`${PREFIX}text`)),
    density: valueIn(DENSITIES, store.getItem(`${PREFIX}density`)),
  };
}

export function writeAppearance(store: Pick<Storage, 'setItem'>, appearance: Appearance): void {
  for (const [name, value] of Object.entries(appearance)) store.setItem(PREFIX + name, value);
}

export function applyAppearance(root: Pick<HTMLElement, 'dataset'>, appearance: Appearance): void {
  for (const [name, value] of Object.entries(appearance)) root.dataset[name] = value;
}

/** Gives this page the look that the user chose. */
export function showAppearance(): void {
  applyAppearance(document.documentElement, readAppearance(localStorage));
}
