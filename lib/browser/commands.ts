import { api } from './api.ts';

export type Command = 'fill' | 'lock';

/** Runs `work` for a keyboard command of the manifest, with the tab in front. */
export function onCommand(work: (command: Command, tabId: number | undefined) => void): void {
  api.commands.onCommand.addListener((name, tab) => {
    if (name === 'fill' || name === 'lock') work(name, tab?.id);
  });
}
