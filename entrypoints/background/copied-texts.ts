import { setAlarm } from '../../lib/browser/alarms.ts';
import { clearClipboard } from '../../lib/browser/clipboard.ts';
import { copiedText, type CopiedText } from '../../lib/browser/copied-text.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';

export const CLIPBOARD_ALARM = 'clipboard';
const KEY = 'copied-text';

/** Has `text` cleared from the clipboard at `atMs`, Unix time. */
export async function clearCopiedAt(atMs: number, text: string): Promise<void> {
  await sessionMemory.set(KEY, await copiedText(text));
  await setAlarm(CLIPBOARD_ALARM, atMs);
}

/**
 * When the alarm goes off. An alarm may outlive the session that set it: nobody
 * knows then what was copied, and what lies there may be the user's own.
 */
export async function clearCopied(): Promise<void> {
  const copied = await findCopied();
  if (copied !== undefined) await clearClipboard(copied);
}

export async function findCopied(): Promise<CopiedText | undefined> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only clearCopiedAt writes this key of our session memory
  return (await sessionMemory.get(KEY)) as CopiedText | undefined;
}
