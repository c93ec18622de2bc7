/** Where a small window of ours stands on the screen. */

/** A window on the screen, in the browser's own px (not those of a zoomed page). */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A field in the viewport of its tab, CSS px. The page's process says these numbers: they place a window and decide nothing. */
export interface FieldPlace {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly viewWidth: number;
  readonly viewHeight: number;
}

const GAP = 4;
/** A window's frame is no wider; what is, is a panel of the browser at the page's side. */
const FRAME_MAX = 16;

function within(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), most));
}

/** In the middle of `browser`, and no larger. */
export function centredOn(size: Pick<Bounds, 'width' | 'height'>, browser: Bounds): Bounds {
  const width = Math.min(size.width, browser.width);
  const height = Math.min(size.height, browser.height);
  return {
    left: Math.round(browser.left + (browser.width - width) / 2),
    top: Math.round(browser.top + (browser.height - height) / 2),
    width,
    height,
  };
}

/**
 * Under `field`, above it where there is no room, and always wholly inside
 * `browser`, the window that shows it: a page that lies about its numbers moves
 * our window within the browser's and no further. `zoom` is the tab's, 1 is none.
 */
export function placedAtField(
  size: Pick<Bounds, 'width' | 'height'>,
  browser: Bounds,
  field: FieldPlace,
  zoom: number,
): Bounds {
  const { width, height } = centredOn(size, browser);
  const beside = Math.max(0, browser.width - field.viewWidth * zoom);
  // Windows counts the invisible edges one can drag as part of a window.
  const frame = beside / 2 <= FRAME_MAX ? beside / 2 : 0;
  // Tabs and address are above the page.
  const above = Math.max(0, browser.height - field.viewHeight * zoom - frame);
  const fieldTop = browser.top + above + field.top * zoom;
  const under = browser.top + above + field.bottom * zoom + GAP;
  const over = fieldTop - GAP - height;
  const isRoomUnder = under + height <= browser.top + browser.height;
  return {
    left: within(
      browser.left + frame + field.left * zoom,
      browser.left,
      browser.left + browser.width - width,
    ),
    top: within(
      isRoomUnder || over < browser.top ? under : over,
      browser.top,
      browser.top + browser.height - height,
    ),
    width,
    height,
  };
}
