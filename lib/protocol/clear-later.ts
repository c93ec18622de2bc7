import { RECOVERY_CODE_CLEAR_MS } from '../limits.ts';
import { ask } from './client.ts';

/** Has a copied secret cleared from the clipboard after the time that a recovery code may stay there. */
export function clearLater(text: string): Promise<void> {
  return ask('clipboardClear', { seconds: RECOVERY_CODE_CLEAR_MS / 1000, text });
}
