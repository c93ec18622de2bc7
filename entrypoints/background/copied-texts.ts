import { setAlarm } from '../../lib/browser/alarms.ts';
import { clearClipboard } from '../../lib/browser/clipboard.ts';
import { copiedText, type CopiedText, isCopiedText } from '../../lib/browser/copied-text.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';
import { Queue } from '../../lib/policy/queue.ts';

export const CLIPBOARD_ALARM = 'clipboard';
const KEY = 'copied-texts';
/** Of more copies within a minute the oldest are forgotten: a later one has surely taken their place. */
const NOTED_MAX = 8;

interface NotedText extends CopiedText {
  /** When it is cleared, Unix time. */
  readonly atMs: number;
}

/** Two copies at once must not forget each other. */
const queue = new Queue();

/**
 * Has `text` cleared from the clipboard at `atMs`, Unix time. It is noted before
 * anybody knows whether the text gets there, so what was noted before it stays:
 * where a copy is refused, the text of before still lies on the clipboard.
 */
export function clearCopiedAt(atMs: number, text: string): Promise<void> {
  return queue.run(async () => {
    const noted = await readNoted();
    const same = await Promise.all(noted.map((one) => isCopiedText(one, text)));
    const others = noted.filter((_one, index) => !same[index]);
    await writeNoted([...others, { ...(await copiedText(text)), atMs }].slice(-NOTED_MAX));
  });
}

/**
 * When the alarm goes off. An alarm may outlive the session that set it: nobody
 * knows then what was copied, and what lies there may be the user's own.
 */
export async function clearCopied(nowMs: number): Promise<void> {
  if ((await readNoted()).length > 0) await clearClipboard(() => takeDue(nowMs));
}

/** What is to be cleared now, to compare by; it is forgotten here. */
export function takeDue(nowMs: number): Promise<readonly CopiedText[]> {
  return queue.run(async () => {
    const noted = await readNoted();
    // The alarm is that of the earliest one, which is due also where the clock was set back.
    const untilMs = Math.max(nowMs, Math.min(...noted.map(({ atMs }) => atMs)));
    await writeNoted(noted.filter(({ atMs }) => atMs > untilMs));
    return noted.filter(({ atMs }) => atMs <= untilMs);
  });
}

async function readNoted(): Promise<readonly NotedText[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only writeNoted writes this key of our session memory
  return ((await sessionMemory.get(KEY)) as readonly NotedText[] | undefined) ?? [];
}

async function writeNoted(noted: readonly NotedText[]): Promise<void> {
  if (noted.length === 0) return sessionMemory.remove(KEY);
  await sessionMemory.set(KEY, noted);
  await setAlarm(CLIPBOARD_ALARM, Math.min(...noted.map(({ atMs }) => atMs)));
}
