import { CLIPBOARD_CLEAR_MS } from '../limits.ts';
import { ask } from './client.ts';

/**
 * Puts a code on the clipboard for a while; false where the browser does not
 * allow it. Only the window in front may write there.
 */
export async function copyForAWhile(digits: string, inFront: Window = window): Promise<boolean> {
  try {
    await inFront.navigator.clipboard.writeText(digits);
  } catch {
    return false;
  }
  await ask('clipboardClear', { seconds: CLIPBOARD_CLEAR_MS / 1000, text: digits });
  return true;
}
