import { setAlarm } from '../../lib/browser/alarms.ts';
import { clearClipboard } from '../../lib/browser/clipboard.ts';
import { copiedText, type CopiedText } from '../../lib/browser/copied-text.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';

export const CLIPBOARD_ALARM = 'clipboard';
const KEY = 'copied-text';

/** Has the clipboard cleared at `atMs`, Unix time. undefined: what was copied is not known. */
export async function clearCopiedAt(atMs: number, text: string | undefined): Promise<void> {
  if (text === undefined) await sessionMemory.remove(KEY);
  else await sessionMemory.set(KEY, await copiedText(text));
  await setAlarm(CLIPBOARD_ALARM, atMs);
}

/** When the alarm goes off. */
export async function clearCopied(): Promise<void> {
  await clearClipboard(await findCopied());
}

export async function findCopied(): Promise<CopiedText | undefined> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only clearCopiedAt writes this key of our session memory
  return (await sessionMemory.get(KEY)) as CopiedText | undefined;
}
