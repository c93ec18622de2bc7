import { api } from './api.ts';

const COMMANDS = ['fill', 'lock', 'copy-pinned'] as const;

export type Command = (typeof COMMANDS)[number];

/** Runs `work` for a keyboard command of the manifest, with the tab in front. */
export function onCommand(work: (command: Command, tabId: number | undefined) => void): void {
  api.commands.onCommand.addListener((name, tab) => {
    const command = COMMANDS.find((one) => one === name);
    if (command) work(command, tab?.id);
  });
}
