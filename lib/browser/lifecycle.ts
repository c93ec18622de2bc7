import { api } from './api.ts';

export function onFirstInstall(work: () => void): void {
  api.runtime.onInstalled.addListener((details) => {
    if (details.reason === 'install') work();
  });
}

export function onUpdated(work: () => void): void {
  api.runtime.onInstalled.addListener((details) => {
    if (details.reason === 'update') work();
  });
}

/**
 * Runs `work` when the browser starts. Firefox starts the background then only
 * for an extension that listens to this event.
 */
export function onBrowserStart(work: () => void): void {
  api.runtime.onStartup.addListener(work);
}

const STARTED = 'background-started';

/**
 * Runs `work` when the background starts for the first time since the browser
 * started, or since the extension was installed, updated or switched on again:
 * the last is told by no event, but each of them begins a new storage.session.
 * Work that fails, or that ends with its background, is done by the next one.
 */
export async function onNewSession(work: () => Promise<void>): Promise<void> {
  if (STARTED in (await api.storage.session.get(STARTED))) return;
  await work();
  await api.storage.session.set({ [STARTED]: true });
}

export async function openOwnTab(path: string): Promise<void> {
  await api.tabs.create({ url: api.runtime.getURL(path) });
}
