import { AWAY_MINUTES } from '../limits.ts';
import { api } from './api.ts';
import { noticesScreenLock } from './screen-lock.ts';

/**
 * Sets an alarm, which wakes the background where it has ended. Chromium rings
 * no earlier than after 30 s in a packed extension (reference of
 * chrome.alarms).
 */
export async function setAlarm(name: string, whenMs: number): Promise<void> {
  await api.alarms.create(name, { when: whenMs });
}

export function onAlarm(work: (name: string) => void): void {
  api.alarms.onAlarm.addListener((alarm) => work(alarm.name));
}

/**
 * Runs `work` when the screen is locked, and not when the user is merely idle.
 * Where the browser does not tell of it, runs `work` when nobody has touched the
 * computer for a while.
 */
export function onScreenLocked(work: () => void): void {
  if (noticesScreenLock()) {
    api.idle.onStateChanged.addListener((state) => {
      if (state === 'locked') work();
    });
    return;
  }
  api.idle.setDetectionInterval(AWAY_MINUTES * 60);
  api.idle.onStateChanged.addListener((state) => {
    if (state === 'idle') work();
  });
}
