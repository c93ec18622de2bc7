import type { MessageKey } from '../../lib/language/messages.ts';

/** The commands of the manifest that have keys, in the order in which they are shown. */
export const BROWSER_COMMANDS: readonly (readonly [name: string, what: MessageKey])[] = [
  ['_execute_action', 'settings_key_open'],
  ['fill', 'command_fill'],
  ['lock', 'command_lock'],
  ['copy-pinned', 'command_copy'],
];
