import { api } from './api.ts';

export function onFirstInstall(work: () => void): void {
  api.runtime.onInstalled.addListener((details) => {
    if (details.reason === 'install') work();
  });
}

/**
 * Runs `work` after an update of the extension, which drops every script that
 * was registered at run time.
 */
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

export async function openOwnTab(path: string): Promise<void> {
  await api.tabs.create({ url: api.runtime.getURL(path) });
}
