import { expect, test, vi } from 'vitest';
import { Scans } from '../../entrypoints/background/scans.ts';
import type { Core } from '../../entrypoints/background/core.ts';
import { Enrolments } from '../../entrypoints/background/enrolments.ts';
import { type Scan, parseScan } from '../../lib/policy/scan.ts';
import { SessionTable } from '../../lib/policy/session-table.ts';
import { SiteBook } from '../../lib/policy/site-book.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';

vi.mock('../../lib/browser/api.ts', () => ({ api: {} }));

const NOW = 1_800_000_010_000;
const ORIGIN = 'https://vms.tplinkcloud.com';
const from: PageSender = {
  tabId: 7,
  frameId: 0,
  documentId: 'document',
  origin: ORIGIN,
  topOrigin: ORIGIN,
  url: 'https://vms.tplinkcloud.com/',
};

/** An enrolment whose account is saved; `whileWritten` runs as its code is written down as used. */
async function saved(whileWritten: () => void) {
  const kept = new Map<string, unknown>();
  const get = async (key: string): Promise<unknown> => kept.get(key);
  const set = async (key: string, value: unknown): Promise<void> => void kept.set(key, value);
  const store = { get, set, remove: async (key: string) => void kept.delete(key) };
  const scans = new SessionTable<Scan>(store, 'scans', parseScan);
  const released = new SessionTable(store, 'released', (value): readonly number[] | undefined =>
    Array.isArray(value) ? value.map(Number) : undefined,
  );
  let state = 'open';
  const { tabId, frameId, documentId = '' } = from;
  await scans.put('scan', {
    uri: '',
    atMs: NOW,
    state: 'saved',
    accountId: 'maria',
    from: { tabId, frameId, documentId, siteId: 'vms-cloud' },
  });
  const put = released.put.bind(released);
  released.put = async (...row) => {
    whileWritten();
    return put(...row);
  };
  const core = {
    scans,
    released,
    sites: new SiteBook({ read: async () => undefined, write: async () => undefined }),
    nowMs: () => NOW,
    vault: {
      state: async () => state,
      codeAt: async () => ({ digits: '111111', counter: 60, startMs: NOW, endMs: NOW + 30_000 }),
    },
  } as unknown as Core;
  const { handlers } = new Enrolments(core, new Scans(core));
  return {
    released,
    lock: () => (state = 'locked'),
    code: async () => handlers.scanCode({ scanId: 'scan' }, from),
  };
}

test('the document that showed the set-up code gets the code of its account', async () => {
  const { code, released } = await saved(() => undefined);
  expect(await code()).toMatchObject({ kind: 'fill', code: { digits: '111111' } });
  expect(await released.find('maria')).toEqual([60]);
});

test('a lock while it is written down keeps the code here: it counts as used', async () => {
  const enrolment = await saved(() => enrolment.lock());
  await expect(enrolment.code()).rejects.toThrow('vault-locked');
  expect(await enrolment.released.find('maria')).toEqual([60]);
});
