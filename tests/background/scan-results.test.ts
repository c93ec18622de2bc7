import { describe, expect, test, vi } from 'vitest';
import type { Core } from '../../entrypoints/background/core.ts';
import { Enrolments } from '../../entrypoints/background/enrolments.ts';
import {
  findWaitingScan,
  forgetResult,
  leaveForReview,
  leaveScan,
  takeResults,
} from '../../entrypoints/background/left-results.ts';
import { resultOfScan, resultsOfTexts } from '../../entrypoints/background/scan-results.ts';
import { Scans } from '../../entrypoints/background/scans.ts';
import { parseExportPart } from '../../lib/formats/parse/google-payload.ts';
import { joinParts } from '../../lib/formats/parse/join-parts.ts';
import { parseScan, type Scan } from '../../lib/policy/scan.ts';
import { SessionTable } from '../../lib/policy/session-table.ts';
import { SiteBook } from '../../lib/policy/site-book.ts';
import { secretBytes } from '../lib/formats/accounts.ts';
import { exportUri } from '../lib/formats/google.ts';

vi.mock('../../lib/browser/api.ts', () => ({ api: {} }));
const session = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (key: string) => session.get(key),
    set: async (key: string, value: unknown) => void session.set(key, value),
    remove: async (key: string) => void session.delete(key),
  },
}));
vi.mock('../../entrypoints/background/push-to-page.ts', () => ({ pushToPage: async () => 'gone' }));
vi.mock('../../lib/browser/alarms.ts', () => ({ setAlarm: async () => undefined }));

const CODES = 40;

/** One QR code of an export of ten accounts a code. */
function codeAt(index: number): string {
  const accounts = Array.from({ length: 10 }, (_account, at) => ({
    secret: secretBytes(10 * index + at),
    name: `account ${10 * index + at}`,
  }));
  return exportUri(accounts, { size: CODES, index, id: 7 });
}

function newScans() {
  session.clear();
  const vault = { knows: 'none' };
  const kept = new Map<string, unknown>();
  const store = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, value),
    remove: async (key: string) => void kept.delete(key),
  };
  let nowMs = 1_800_000_000_000;
  let ids = 0;
  const core = {
    scans: new SessionTable<Scan>(store, 'scans', parseScan),
    sites: new SiteBook({ read: async () => undefined, write: async () => undefined }),
    nowMs: () => nowMs,
    newId: () => `scan-${(ids += 1)}`,
    vault: {
      state: async () => (vault.knows === 'none' ? 'absent' : 'open'),
      findDuplicate: async () => ({ kind: vault.knows, id: 'known' }),
      account: async () => ({ id: 'known', issuer: '', label: '', sites: [] }),
    },
  } as unknown as Core;
  return { scans: new Scans(core), core, vault, wait: (ms: number) => (nowMs += ms) };
}

test('an export of forty codes, held before the camera one after the other, is whole at the end', async () => {
  const { scans, wait } = newScans();
  let results: Awaited<ReturnType<typeof resultsOfTexts>> = [];
  for (let index = 0; index < CODES; index += 1) {
    // Longer in all than a scan that nobody goes on with is kept.
    wait(15_000);
    results = await resultsOfTexts(scans, [codeAt(index)]);
    expect(results[0]?.missing?.length ?? 0).toBe(CODES - 1 - index);
  }
  expect(results).toEqual([{ kind: 'migration', batchSize: CODES, exportId: `${CODES} batch 7` }]);
  const { entries } = joinParts((await scans.exportTexts()).map((uri) => parseExportPart(uri)));
  expect(entries).toHaveLength(400);
});

test('a text that a page has shown is another scan once the user brings it himself', async () => {
  const { scans } = newScans();
  const uri = 'otpauth://totp/maria?secret=JBSWY3DP';
  const ofPage = await scans.add(uri, { tabId: 7, frameId: 0, siteId: 'vms-cloud' });
  const own = await scans.add(uri);
  expect(own).not.toBe(ofPage);
  expect(await scans.add(uri)).toBe(own);
  expect(await scans.getUnsaved(ofPage)).toHaveProperty('from');
  expect(await scans.getUnsaved(own)).not.toHaveProperty('from');
});

test.each([
  ['that the user brought', 1_200, undefined],
  ['of pages', 200, { tabId: 7, frameId: 0, siteId: 'vms-cloud' }],
])('of more scans %s than are kept the newest are kept', async (_whose, kept, from) => {
  const { scans } = newScans();
  const uris = Array.from(
    { length: kept + 1 },
    (_uri, at) => `otpauth://totp/${at}?secret=JBSWY3DP`,
  );
  const [first = '', second = '', ...others] = await scans.addAll(uris, from);
  await expect(scans.getUnsaved(first)).rejects.toThrow('scan-gone');
  expect(await scans.getUnsaved(second)).toMatchObject({ uri: uris[1] });
  expect(await scans.getUnsaved(others.at(-1) ?? '')).toMatchObject({ uri: uris.at(-1) });
});

test('a code of an export is handed on as one line, whatever line ends were drawn into it', async () => {
  const { scans } = newScans();
  const code = codeAt(0);
  await resultsOfTexts(scans, [`${code.slice(0, 60)}\r\n${code.slice(60)}`]);
  expect(await scans.exportTexts()).toEqual([code]);
});

test('codes of two exports in one picture are two results, and each says what it lacks', async () => {
  const { scans } = newScans();
  const other = exportUri([{ secret: secretBytes(1), name: 'other' }], {
    size: 2,
    index: 1,
    id: 8,
  });
  const results = await resultsOfTexts(scans, [codeAt(0), other, codeAt(1)]);
  expect(results.map(({ batchSize, missing }) => [batchSize, missing?.length])).toEqual([
    [CODES, CODES - 2],
    [2, 1],
  ]);
});

test('what was scanned of an export is forgotten when it is saved or not wanted, or nobody goes on', async () => {
  const { scans, wait } = newScans();
  await resultsOfTexts(scans, [codeAt(0)]);
  await scans.forgetExports();
  expect(await scans.exportTexts()).toEqual([]);
  await resultsOfTexts(scans, [codeAt(1)]);
  expect(await scans.exportTexts()).toEqual([codeAt(1)]);
  wait(10 * 60_000);
  expect(await scans.exportTexts()).toEqual([]);
});

test('a page whose code may be of Steam is asked about as often as wanted, and keeps one alternative', async () => {
  const { scans } = newScans();
  const uri = 'otpauth://totp/Steam:maria?secret=JBSWY3DPEHPK3PXP';
  const from = { tabId: 7, frameId: 0, siteId: 'vms-cloud' };
  const scanId = await scans.add(uri, from);
  const first = await resultOfScan(scans, scanId, { uri, from });
  expect(first.either?.totp.scanId).toBe(scanId);
  const again = await resultOfScan(scans, scanId, { uri, from });
  expect(again.either?.steam.scanId).toBe(first.either?.steam.scanId);
});

describe('left while the vault is locked', () => {
  const uriOf = (label: string): string =>
    `otpauth://totp/TP-Link:${label}?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=TP-Link`;
  const from = { tabId: 7, frameId: 0, siteId: 'vms-cloud' };

  /** A page's code that the user wants to look at, and then a scan of his own that he said to save. */
  async function leaveBoth() {
    const stage = newScans();
    const { scans, core } = stage;
    const shown = await scans.add(uriOf('shown'), from);
    await leaveForReview(scans, shown, await scans.getUnsaved(shown));
    const own = await scans.add(uriOf('own'));
    const save = async (): Promise<void> => {
      const scan = { ...(await scans.getUnsaved(own)), names: { issuer: 'TP-Link', label: 'own' } };
      await core.scans.put(own, { ...scan, state: 'pending' });
      await leaveScan(scans, own, scan);
    };
    return { ...stage, shown, own, save };
  }

  test('a scan that nobody has reviewed is not saved with the unlocking, and the popup shows it', async () => {
    const { scans, shown } = await leaveBoth();
    expect(await findWaitingScan(scans)).toBeUndefined();
    expect(await takeResults(scans)).toMatchObject([{ scan: { scanId: shown } }]);
    expect(await takeResults(scans)).toEqual([]);
  });

  test('the one that he said to save is, also when a page leaves another one after it', async () => {
    const { scans, own, shown, save } = await leaveBoth();
    await save();
    await leaveForReview(scans, shown, await scans.getUnsaved(shown));
    expect(await findWaitingScan(scans)).toMatchObject({ scanId: own, label: 'own' });
    expect(await takeResults(scans)).toHaveLength(2);
  });

  test('it is compared with the vault when it is open', async () => {
    const { scans, vault, shown } = await leaveBoth();
    vault.knows = 'same-name';
    expect(await takeResults(scans)).toMatchObject([
      { scan: { scanId: shown, duplicate: 'same-name' } },
    ]);
  });

  test('what was saved or not wanted meanwhile is not spoken of any more', async () => {
    const { scans, core, own, shown, save } = await leaveBoth();
    await save();
    await forgetResult(scans, own);
    expect(await findWaitingScan(scans)).toBeUndefined();
    await core.scans.update(shown, (scan) => ({ ...scan, state: 'saved' }));
    expect(await takeResults(scans)).toEqual([]);
  });

  test('what was forgotten after its time is said to be, and later nothing is', async () => {
    const first = await leaveBoth();
    first.wait(3 * 60_000);
    expect(await takeResults(first.scans)).toEqual([{ kind: 'refused', code: 'scan-gone' }]);
    const second = await leaveBoth();
    second.wait(11 * 60_000);
    expect(await takeResults(second.scans)).toEqual([]);
  });

  test('after a lock nothing is left', async () => {
    const { scans, core } = await leaveBoth();
    await new Enrolments(core, scans).forgetUnsaved();
    expect(await takeResults(scans)).toEqual([]);
  });
});
