import { api } from './api.ts';

export function onFirstInstall(work: () => void): void {
  api.runtime.onInstalled.addListener((details) => {
    if (details.reason === 'install') work();
  });
}

/** An update drops every script registered at run time. */
export function onUpdated(work: () => void): void {
  api.runtime.onInstalled.addListener((details) => {
    if (details.reason === 'update') work();
  });
}

/** Firefox starts the event page at browser start only when someone listens. */
export function onBrowserStart(work: () => void): void {
  api.runtime.onStartup.addListener(work);
}

export async function openOwnTab(path: string): Promise<void> {
  await api.tabs.create({ url: api.runtime.getURL(path) });
}
