import { api } from './api.ts';

export type Command = 'fill' | 'lock';

/** Keyboard commands of the manifest; the tab is the one in front. */
export function onCommand(work: (command: Command, tabId: number | undefined) => void): void {
  api.commands.onCommand.addListener((name, tab) => {
    if (name === 'fill' || name === 'lock') work(name, tab?.id);
  });
}
