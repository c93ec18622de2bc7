import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centredOn, placedAtField, type Bounds } from '../../../lib/policy/window-place.ts';

const SIZE = { width: 360, height: 240 };
/** 86 px of tabs and address above the page, no frame. */
const BROWSER: Bounds = { left: 100, top: 50, width: 1280, height: 886 };
const VIEW = { viewWidth: 1280, viewHeight: 800 };
const FIELD = { left: 400, top: 300, bottom: 340, ...VIEW };

describe('the window at the field', () => {
  test('stands right under it, its edge at the field’s', () => {
    expect(placedAtField(SIZE, BROWSER, FIELD, 1)).toEqual({ left: 500, top: 480, ...SIZE });
  });

  test('reckons with the zoom of the page', () => {
    const zoomed = { left: 200, top: 150, bottom: 170, viewWidth: 640, viewHeight: 400 };
    expect(placedAtField(SIZE, BROWSER, zoomed, 2)).toEqual({ left: 500, top: 480, ...SIZE });
  });

  test('reckons with a frame round the page, which is as wide below as at its sides', () => {
    const framed = { ...BROWSER, left: 92, width: 1296, height: 894 };
    expect(placedAtField(SIZE, framed, FIELD, 1)).toEqual({ left: 500, top: 480, ...SIZE });
  });

  test('takes a panel of the browser beside the page for what it is', () => {
    const panel = { ...FIELD, viewWidth: 900 };
    expect(placedAtField(SIZE, BROWSER, panel, 1).left).toBe(500);
  });

  test('stands above it where there is no room under it', () => {
    const low = { ...FIELD, top: 700, bottom: 740 };
    expect(placedAtField(SIZE, BROWSER, low, 1)).toEqual({ left: 500, top: 592, ...SIZE });
  });

  test('stands as low as it can where there is room neither under it nor above', () => {
    const flat = { ...BROWSER, height: 386 };
    const field = { ...FIELD, top: 140, bottom: 180, viewHeight: 300 };
    expect(placedAtField(SIZE, flat, field, 1)).toEqual({ left: 500, top: 196, ...SIZE });
  });

  test('is as small as a browser window that is smaller', () => {
    const small = { left: 10, top: 20, width: 300, height: 200 };
    const field = { left: 20, top: 60, bottom: 90, viewWidth: 300, viewHeight: 114 };
    expect(placedAtField(SIZE, small, field, 1)).toEqual(small);
  });
});

test('where the field is unknown it stands in the middle', () => {
  expect(centredOn(SIZE, BROWSER)).toEqual({ left: 560, top: 373, ...SIZE });
});

test('whatever a page says of its field, the window lies wholly inside the browser’s, in whole px', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const whole = (min: number, max: number) => fc.integer({ min, max });
  fc.assert(
    fc.property(
      fc.record({ width: whole(1, 2000), height: whole(1, 2000) }),
      fc.record({
        left: whole(-5000, 5000),
        top: whole(-5000, 5000),
        width: whole(1, 5000),
        height: whole(1, 5000),
      }),
      fc.record({
        left: number,
        top: number,
        bottom: number,
        viewWidth: number,
        viewHeight: number,
      }),
      fc.double({ min: 0.25, max: 5, noNaN: true }),
      (size, browser, field, zoom) => {
        for (const placed of [
          placedAtField(size, browser, field, zoom),
          centredOn(size, browser),
        ]) {
          expect(placed.left).toBeGreaterThanOrEqual(browser.left);
          expect(placed.top).toBeGreaterThanOrEqual(browser.top);
          expect(placed.left + placed.width).toBeLessThanOrEqual(browser.left + browser.width);
          expect(placed.top + placed.height).toBeLessThanOrEqual(browser.top + browser.height);
          for (const px of Object.values(placed)) expect(Number.isInteger(px)).toBe(true);
        }
      },
    ),
  );
});
