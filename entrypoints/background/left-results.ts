import { sessionMemory } from '../../lib/browser/storage.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { Queue } from '../../lib/policy/queue.ts';
import type { Scan } from '../../lib/policy/scan.ts';
import type { ScanResult, ScanView } from '../../lib/protocol/views.ts';
import { showPopup } from './popup-window.ts';
import { readTab, resultOfScan, viewOfScan } from './scan-results.ts';
import type { Scans } from './scans.ts';

const KEY = 'scan-results';
/** Nobody expects results any more, ms after they were left: as long as a save waits for the vault. */
const LEFT_MS = 10 * 60_000;

interface LeftResults {
  readonly atMs: number;
  readonly results: readonly ScanResult[];
}

/** What is left is read and written again by pages of ours and by the background. */
const queue = new Queue();

/** The menu entry 'scan' of a page: the popup opens and shows what was read, or why nothing was. */
export async function readTabToPopup(scans: Scans, tabId: number): Promise<void> {
  let results: readonly ScanResult[];
  try {
    results = await readTab(scans, tabId);
  } catch (thrown) {
    results = [{ kind: 'refused', code: errorCodeOf(thrown) }];
  }
  await leaveResults(scans, results);
  await showPopup(tabId);
}

/** Leaves one scan to be reviewed or saved by the page of ours that is about to open. */
export async function leaveScan(
  scans: Scans,
  scanId: string,
  scan: Pick<Scan, 'uri' | 'names' | 'from'>,
): Promise<void> {
  await leaveResults(scans, [{ kind: 'otpauth', scan: await viewOfScan(scans, scanId, scan) }]);
}

/** Leaves what a page showed for the popup that is about to open: the user says what it is, and saves it there. */
export async function leaveForReview(scans: Scans, scanId: string, scan: Scan): Promise<void> {
  await leaveResults(scans, [await resultOfScan(scans, scanId, scan)]);
}

/** Whether anything was left: cheaper to ask beside other things than to take nothing after them. */
export async function hasResults(nowMs: number): Promise<'some' | 'none'> {
  return (await findLeft(nowMs)).length > 0 ? 'some' : 'none';
}

/** Takes all that was left, as it is by now: the popup shows it once. */
export async function takeResults(scans: Scans): Promise<readonly ScanResult[]> {
  const left = await queue.run(async () => {
    const found = await findLeft(scans.nowMs);
    if (found.length > 0) await forgetResults();
    return found;
  });
  const results: ScanResult[] = [];
  for (const result of left) {
    const now = await refreshed(scans, result);
    if (now) results.push(now);
  }
  return results;
}

/** A scan that the user said to save before there was an open vault, as it is by now. */
export async function findWaitingScan(scans: Scans): Promise<ScanView | undefined> {
  const [waiting] = await findWaiting(scans, await findLeft(scans.nowMs));
  return waiting && viewOfScan(scans, waiting.scanId, waiting.scan);
}

/** To be called when the user does not want a scan: nothing is said of it any more. */
export function forgetResult(scans: Scans, scanId: string): Promise<void> {
  return queue.run(async () => {
    const left = await findLeft(scans.nowMs);
    const others = left.filter((result) => !idsIn(result).includes(scanId));
    if (others.length < left.length) await put(others, scans.nowMs);
  });
}

/** To be called after a lock: the results name accounts. */
export async function forgetResults(): Promise<void> {
  await sessionMemory.remove(KEY);
}

/** Leaves results in place of those before, of which only what the user said to save is kept: a page may leave many. */
function leaveResults(scans: Scans, results: readonly ScanResult[]): Promise<void> {
  return queue.run(async () => {
    const ids = new Set(results.flatMap(idsIn));
    const waiting = await findWaiting(scans, await findLeft(scans.nowMs));
    const kept = waiting.filter(({ scanId }) => !ids.has(scanId)).map(({ result }) => result);
    await put([...kept, ...results], scans.nowMs);
  });
}

interface Waiting {
  readonly result: ScanResult;
  readonly scanId: string;
  readonly scan: Scan;
}

/** The results that the user said to save before there was an open vault: that alone gives a scan its names. */
async function findWaiting(scans: Scans, left: readonly ScanResult[]): Promise<readonly Waiting[]> {
  const waiting: Waiting[] = [];
  for (const result of left) {
    const scanId = result.scan?.scanId;
    const scan = scanId === undefined ? undefined : await scans.findUnsaved(scanId);
    if (scanId !== undefined && scan?.names) waiting.push({ result, scanId, scan });
  }
  return waiting;
}

function idsIn({ scan, either }: ScanResult): readonly string[] {
  return [scan, either?.totp, either?.steam].flatMap((view) => (view ? [view.scanId] : []));
}

async function put(results: readonly ScanResult[], nowMs: number): Promise<void> {
  const left: LeftResults = { atMs: nowMs, results };
  await sessionMemory.set(KEY, left);
}

async function findLeft(nowMs: number): Promise<readonly ScanResult[]> {
  const left = await sessionMemory.get(KEY);
  if (typeof left !== 'object' || left === null || !('atMs' in left)) return [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `put` writes this key of our session memory
  const { atMs, results } = left as LeftResults;
  return atMs <= nowMs && nowMs - atMs <= LEFT_MS ? results : [];
}

/** As it is now, in a vault that may have been opened since: undefined once it is saved, refused once it is forgotten. */
async function refreshed(scans: Scans, result: ScanResult): Promise<ScanResult | undefined> {
  const ids = idsIn(result);
  if (ids.length === 0) return result;
  const views = new Map<string, ScanView>();
  for (const scanId of ids) {
    if (await scans.isSaved(scanId)) return undefined;
    const scan = await scans.findUnsaved(scanId);
    if (!scan) return { kind: 'refused', code: 'scan-gone' };
    views.set(scanId, await viewOfScan(scans, scanId, scan));
  }
  const { scan, either } = result;
  const now = (view: ScanView): ScanView => views.get(view.scanId) ?? view;
  if (scan) return { ...result, scan: now(scan) };
  return either
    ? { ...result, either: { steam: now(either.steam), totp: now(either.totp) } }
    : result;
}
