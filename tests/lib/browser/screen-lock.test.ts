/** Firefox cannot be made to see an idle computer at will, nor Chromium a locked screen: the browser is stood in for. */
import { beforeEach, expect, test, vi } from 'vitest';

let interval: number | undefined;
let tell: (state: string) => void;

vi.mock('webextension-polyfill', () => ({
  default: {
    idle: {
      setDetectionInterval: (seconds: number) => (interval = seconds),
      onStateChanged: { addListener: (listener: typeof tell) => (tell = listener) },
    },
  },
}));

beforeEach(() => {
  interval = undefined;
  vi.resetModules();
});

/** The states that lock, of those the browser tells of. */
async function lockingIn(url: string, states: readonly string[]): Promise<readonly string[]> {
  vi.stubGlobal('location', new URL(url));
  const { onScreenLocked } = await import('../../../lib/browser/alarms.ts');
  let locks = 0;
  onScreenLocked(() => (locks += 1));
  return states.filter((state) => {
    const before = locks;
    tell(state);
    return locks > before;
  });
}

test('Chromium locks with the screen, and not when nobody moves the mouse', async () => {
  const states = ['active', 'idle', 'locked'];
  expect(await lockingIn('chrome-extension://abc/', states)).toEqual(['locked']);
});

test('Firefox, which knows no locked screen, locks when nobody has used the computer', async () => {
  expect(await lockingIn('moz-extension://abc/', ['active', 'idle'])).toEqual(['idle']);
  expect(interval).toBe(15 * 60);
});
