import { api } from './api.ts';

/** Alarms outlive the background; a packed Chromium extension allows no less than 30 s. */
export async function setAlarm(name: string, whenMs: number): Promise<void> {
  await api.alarms.create(name, { when: whenMs });
}

export function onAlarm(work: (name: string) => void): void {
  api.alarms.onAlarm.addListener((alarm) => work(alarm.name));
}

/** The screen was locked (not merely idle). */
export function onScreenLocked(work: () => void): void {
  api.idle.onStateChanged.addListener((state) => {
    if (state === 'locked') work();
  });
}
