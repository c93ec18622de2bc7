/** The browser ends the background in the middle of a save or of what follows an unlocking, at every step once: the next one goes on. */
import { expect, test, vi } from 'vitest';
import { Enrolments } from '../../entrypoints/background/enrolments.ts';
import type { LockController } from '../../entrypoints/background/lock-controller.ts';
import { scanRequests } from '../../entrypoints/background/scan-requests.ts';
import { Scans } from '../../entrypoints/background/scans.ts';
import type { Scan } from '../../lib/policy/scan.ts';
import type { SessionStore } from '../../lib/policy/session-table.ts';
import { accountOfSite, fakeCore, memory, PAGE, SITE } from './fake-core.ts';

vi.mock('../../lib/browser/api.ts', () => ({ api: {} }));
vi.mock('../../lib/browser/alarms.ts', () => ({ setAlarm: async () => undefined }));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async () => undefined,
    set: async () => undefined,
    remove: async () => undefined,
  },
}));

/** One background, until it ends: from then on nothing that it asks for comes back. */
class Life {
  readonly ended: Promise<void>;
  #end: () => void = () => undefined;
  #stepsLeft: number;

  constructor(steps: number) {
    this.#stepsLeft = steps;
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  get isOver(): boolean {
    return this.#stepsLeft < 0;
  }

  /** `work`, where the background lives to do it. */
  async step<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    this.#stepsLeft -= 1;
    if (!this.isOver) return work();
    this.#end();
    return new Promise(() => undefined);
  }
}

const page = vi.hoisted(() => ({
  life: undefined as Life | undefined,
  pushes: [] as { readonly push: string; readonly code?: unknown }[],
}));
vi.mock('../../entrypoints/background/push-to-page.ts', () => ({
  pushToPage: async (_to: unknown, push: string, tell: object) =>
    page.life?.step(() => {
      page.pushes.push({ push, ...tell });
      return 'delivered';
    }),
}));

const NOW = 1_800_000_010_000;
const { tabId, frameId, documentId = '' } = PAGE;
const PENDING: Scan = {
  uri: 'otpauth://totp/TP-Link:maria?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=TP-Link',
  atMs: NOW - 60_000,
  state: 'pending',
  from: { tabId, frameId, documentId, siteId: SITE },
};

type Answer = 'takes' | 'has-the-name';

/** A background that ends after so many steps, with what outlives it: the session's memory and the vault. */
function start(steps: number, kept: SessionStore, accounts: string[], answer: Answer) {
  const life = new Life(steps);
  page.life = life;
  const known = accountOfSite('maria');
  const vault = {
    state: () => life.step(() => 'open'),
    findDuplicate: () =>
      life.step(() => {
        if (answer === 'has-the-name') return { kind: 'same-name', id: known.id, account: known };
        return accounts.length > 0
          ? { kind: 'same-secret', id: known.id, account: known }
          : { kind: 'none' };
      }),
    add: () =>
      life.step(() => {
        accounts.push(known.id);
        return known;
      }),
    account: () => life.step(() => known),
    accounts: () => life.step(() => []),
    codeAt: () =>
      life.step(() => ({ digits: '111111', counter: 60, startMs: NOW, endMs: NOW + 30_000 })),
  };
  const store = {
    ...memory(),
    get: (key: string) => life.step(async () => kept.get(key)),
    set: (key: string, value: unknown) => life.step(async () => kept.set(key, value)),
    remove: (key: string) => life.step(async () => kept.remove(key)),
  };
  const core = fakeCore(vault, () => NOW, store);
  const scans = new Scans(core);
  const enrolments = new Enrolments(core, scans);
  const lock = { noteUse: () => life.step(() => undefined) } as unknown as LockController;
  const { saveScan } = scanRequests(core, scans, enrolments, lock);
  const save = async () => saveScan({ scanId: 'scan', issuer: 'TP-Link', label: 'maria' });
  return { life, core, enrolments, save };
}
type Started = ReturnType<typeof start>;

interface Given {
  readonly answer: Answer;
  readonly scan: Scan;
  /** What is asked of the background that ends, and of the next one after it has started. */
  readonly work: (started: Started) => Promise<unknown>;
}

/** Ends the background at each of its steps, has the next one go on, and looks at what came of it. */
async function endEverywhere(
  { answer, scan, work }: Given,
  check: (core: Started['core'], accounts: readonly string[]) => Promise<void>,
): Promise<number> {
  for (let steps = 0; ; steps += 1) {
    page.pushes.length = 0;
    const kept = memory();
    const accounts: string[] = [];
    await fakeCore({}, () => NOW, kept).scans.put('scan', scan);
    const first = start(steps, kept, accounts, answer);
    await Promise.race([work(first), first.life.ended]);
    const next = start(Number.POSITIVE_INFINITY, kept, accounts, answer);
    await next.enrolments.continueAfterUnlock();
    await work(next);
    await check(next.core, accounts);
    if (!first.life.isOver) return steps;
  }
}

const unlock = ({ enrolments }: Started): Promise<void> => enrolments.continueAfterUnlock();

test.each<[string, Omit<Given, 'answer'>]>([
  ['waited for the vault', { scan: PENDING, work: unlock }],
  ['is saved in the popup', { scan: { ...PENDING, state: 'offered' }, work: ({ save }) => save() }],
])('a scan that %s is saved once, and its page is told', async (_which, given) => {
  const steps = await endEverywhere({ answer: 'takes', ...given }, async (core, accounts) => {
    expect(accounts).toHaveLength(1);
    const row = await core.scans.find('scan');
    expect(row).toMatchObject({ state: 'saved', uri: '', accountId: 'maria' });
    expect(row).not.toHaveProperty('told');
    expect(page.pushes.map(({ push }) => push)).toContain('scanSaved');
    expect(page.pushes.map(({ push }) => push)).not.toContain('scanFailed');
  });
  expect(steps).toBeGreaterThan(10);
});

test('a scan whose name is there already is offered again, and its page is told', async () => {
  const given = { answer: 'has-the-name', scan: PENDING, work: unlock } as const;
  await endEverywhere(given, async (core, accounts) => {
    expect(accounts).toEqual([]);
    expect(await core.scans.find('scan')).toMatchObject({ state: 'offered', uri: PENDING.uri });
    expect(page.pushes.at(-1)).toMatchObject({ push: 'scanFailed', code: 'account-duplicate' });
  });
});
