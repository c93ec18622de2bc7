import { AppError } from '../../lib/errors.ts';
import { parseTypedAccount } from '../../lib/otp/typed.ts';
import { formatOtpauthUri } from '../../lib/otp/uri.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import { thenNoteUse } from './account-requests.ts';
import type { Core } from './core.ts';
import type { Enrolments } from './enrolments.ts';
import type { LockController } from './lock-controller.ts';
import { findWaitingScan, forgetResult, leaveScan } from './left-results.ts';
import { readPicture, readTab, resultOfScan, resultsOfTexts, viewOfScan } from './scan-results.ts';
import type { Scans } from './scans.ts';

type ScanHandlers = Pick<
  OwnHandlers,
  | 'readUri'
  | 'readTyped'
  | 'readPicture'
  | 'readText'
  | 'readTab'
  | 'reviewPage'
  | 'reviewScan'
  | 'saveScan'
  | 'waitingScan'
  | 'discardScan'
  | 'scannedExports'
  | 'forgetExports'
>;

/** Saves a scan after its review; with no open vault it waits for the unlocking, or the review comes again there. */
function scanSaver(
  core: Core,
  scans: Scans,
  enrolments: Enrolments,
  lock: LockController,
): ScanHandlers['saveScan'] {
  return async ({ scanId, duplicate, replaces, issuer, label }) => {
    const known = await core.scans.find(scanId);
    // The browser ended the background after it had saved and before it could answer: asked again.
    if (known?.accountId !== undefined) {
      await enrolments.tellOnce(scanId);
      return core.vault.account(known.accountId);
    }
    const choice = {
      ...(duplicate === undefined ? {} : { duplicate }),
      ...(replaces === undefined ? {} : { replaces }),
    };
    const names = { issuer, label };
    const scan = { ...(await scans.getUnsaved(scanId)), ...choice };
    const state = await core.vault.state();
    if (state === 'absent' || state === 'locked') {
      // Our own window opens next. A scan that a page showed is saved with the unlocking, as after a
      // press on its card. A scan the user brought is reviewed again in that window.
      await core.scans.put(scanId, { ...scan, names, state: 'pending' });
      if (!scan.from) await leaveScan(scans, scanId, { uri: scan.uri, names });
    }
    if (state !== 'open') throw new AppError(`vault-${state}`);
    const told = scan.from ? ({ told: 'not-yet' } as const) : {};
    const saved = await thenNoteUse(lock, scans.save(scanId, { ...scan, ...told }, names));
    await enrolments.tellOnce(scanId);
    const others = scan.from ? [] : await scans.noteSaved(scan.uri, saved.accountId);
    for (const other of others) await enrolments.tellOnce(other);
    await scans.extendOwn();
    const { accountId, replacedId } = saved;
    const account = await core.vault.account(accountId);
    return replacedId === undefined ? account : { ...account, replacedId };
  };
}

/** Reads what the user brings to our own pages, and saves it after the review. */
export function scanRequests(
  core: Core,
  scans: Scans,
  enrolments: Enrolments,
  lock: LockController,
): ScanHandlers {
  const readUri = async (uri: string) => viewOfScan(scans, await scans.add(uri), { uri });
  return {
    readUri: ({ uri }) => readUri(uri.trim()),
    readTyped: async (typed) => {
      const account = parseTypedAccount(typed);
      const uri = formatOtpauthUri(account);
      account.secret.fill(0);
      return readUri(uri);
    },
    readPicture: ({ dataUrl }) => readPicture(scans, dataUrl),
    readText: ({ text }) =>
      resultsOfTexts(
        scans,
        text.split(/\r?\n/u).filter((line) => line.trim() !== ''),
      ),
    readTab: ({ tabId }) => readTab(scans, tabId),
    reviewPage: async ({ scanId }) => resultOfScan(scans, scanId, await scans.getUnsaved(scanId)),
    reviewScan: async ({ scanId, issuer, label }) =>
      viewOfScan(scans, scanId, {
        ...(await scans.getUnsaved(scanId)),
        names: { issuer, label },
      }),
    waitingScan: async () => {
      const scan = await findWaitingScan(scans);
      return scan ? { scan } : {};
    },
    saveScan: scanSaver(core, scans, enrolments, lock),
    discardScan: async ({ scanId }) => {
      await core.scans.remove(scanId);
      await forgetResult(scans, scanId);
      await scans.extendOwn();
    },
    scannedExports: () => scans.exportTexts(),
    forgetExports: () => scans.forgetExports(),
  };
}
