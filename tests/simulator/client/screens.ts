import type { DrawnScreen, Page, Screen, Variant } from './screen.ts';

/** Where one screen follows another: the former goes when the next comes. */
export interface Screens {
  readonly show: (screen: Screen) => void;
  readonly close: () => void;
}

export function openScreens(page: Page, variant: Variant, host: HTMLElement): Screens {
  let drawn: DrawnScreen | undefined;
  let shown: Screen | undefined;
  const close = (): void => {
    drawn?.close();
    delete document.documentElement.dataset['simScreen'];
    drawn = undefined;
    shown = undefined;
  };
  const draw = async (screen: Screen): Promise<void> => {
    close();
    shown = screen;
    const next = await variant.draw(host, screen, page);
    // A library was loading meanwhile: another screen may have come.
    if (shown !== screen) {
      next.close();
      return;
    }
    drawn = next;
    // For tests that wait; outside of everything a filler looks at.
    document.documentElement.dataset['simScreen'] = screen.name;
  };
  return { show: (screen) => void draw(screen), close };
}
