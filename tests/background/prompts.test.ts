/** A log-in from its form to the page's answer, and what is remembered of its prompt. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AccountPicker } from '../../entrypoints/background/account-picker.ts';
import type { Core } from '../../entrypoints/background/core.ts';
import { Prompts } from '../../entrypoints/background/prompts.ts';
import type { PromptFacts } from '../../lib/policy/prompt-memory.ts';
import { Queue } from '../../lib/policy/queue.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';
import { accountOfSite, codeOfStep, fakeCore, PAGE, SITE, STEP_MS } from './fake-core.ts';

const values = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../lib/browser/indexed-db.ts', () => ({
  readValue: async (key: string) => values.get(key),
  writeValue: async (key: string, value: unknown) => void values.set(key, value),
}));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (): Promise<undefined> => undefined,
    set: async () => undefined,
    remove: async () => undefined,
  },
}));
vi.mock('../../entrypoints/background/copied-texts.ts', () => ({
  clearCopiedAt: async () => undefined,
}));
vi.mock('../../lib/browser/scripting.ts', () => ({ inject: async () => undefined }));
vi.mock('../../entrypoints/background/push-to-page.ts', () => ({ pushToPage: async () => 'gone' }));
vi.mock('../../entrypoints/background/unlock-window.ts', () => ({
  openUnlockWindow: async () => undefined,
}));

const page: PageSender = { ...PAGE, url: `${PAGE.origin}/login/4711/code` };
const doubtful: PromptFacts = {
  verdict: 'offer',
  boxes: 1,
  maxLength: 6,
  type: 'text',
  signals: ['length 6', 'own: code'],
  complaint: 'none',
  readiness: 'ready',
};
const sure: PromptFacts = { ...doubtful, verdict: 'fill' };

let nowMs: number;
let core: Core;
let handlers: Prompts['handlers'];
let count: number;

beforeEach(() => {
  values.clear();
  [nowMs, count] = [1_800_000_000_000, 0];
  const vault = {
    state: async () => 'open',
    accounts: async () => [accountOfSite('maria')],
    codeAt: async (_id: string, atMs: number) =>
      codeOfStep(String(Math.floor(atMs / STEP_MS)), atMs),
  };
  core = fakeCore(vault, () => nowMs);
  const picker = { handle: async () => undefined } as unknown as AccountPicker;
  ({ handlers } = new Prompts(core, new Queue(), picker));
});

/** Every visit is of its own step: a code is given once. */
async function visit(facts: PromptFacts, from = page): Promise<string> {
  nowMs += 2 * STEP_MS;
  count += 1;
  await handlers.signInInput({ identity: 'maria@example.com' }, from);
  return see(facts, from);
}

async function see(facts: PromptFacts, from = page, promptId = `prompt-${count}`): Promise<string> {
  return (await handlers.promptReport({ promptId, facts }, from)).kind;
}

const press = async (): Promise<string> =>
  (await handlers.promptTake({ promptId: `prompt-${count}`, press: 'fill' }, page)).kind;

type Outcome = Parameters<Prompts['handlers']['promptOutcome']>[0]['outcome'];

async function end(...outcomes: readonly Outcome[]): Promise<void> {
  for (const outcome of outcomes)
    await handlers.promptOutcome({ promptId: `prompt-${count}`, outcome }, page);
}

async function takeOffer(facts: PromptFacts): Promise<void> {
  expect(await visit(facts)).toBe('offer');
  expect(await press()).toBe('fill');
  await end('filled', 'sent-and-gone');
}

describe('a prompt in doubt', () => {
  test('is offered once, and filled by itself from then on', async () => {
    await takeOffer(doubtful);
    expect(await visit(doubtful)).toBe('fill');
  });

  test('is offered again when the page did not send the code', async () => {
    expect(await visit(doubtful)).toBe('offer');
    await press();
    await end('filled', 'gone');
    expect(await visit(doubtful)).toBe('offer');
  });

  test.each<[string, Partial<PromptFacts>, Partial<PageSender>]>([
    ['another signal holds', { signals: ['length 6', 'own: code', 'square image'] }, {}],
    ['it looks otherwise', { maxLength: 8 }, {}],
    ['it stands at another path', {}, { url: 'https://vms.tplinkcloud.com/devices' }],
    [
      'it stands at another address of the site',
      {},
      {
        origin: 'https://id.tplinkcloud.com',
        topOrigin: 'https://id.tplinkcloud.com',
        url: 'https://id.tplinkcloud.com/login/4711/code',
      },
    ],
  ])('is offered again when %s', async (_title, facts, from) => {
    await takeOffer(doubtful);
    expect(await visit({ ...doubtful, ...facts }, { ...page, ...from })).toBe('offer');
  });

  test('is the same at another id in its path', async () => {
    await takeOffer(doubtful);
    const url = 'https://vms.tplinkcloud.com/login/99/code?next=/';
    expect(await visit(doubtful, { ...page, url })).toBe('fill');
  });

  test('of a code that was sent is never remembered', async () => {
    const sent = { ...doubtful, signals: [...doubtful.signals, 'own: sent'] };
    await takeOffer(sent);
    expect(await visit(sent)).toBe('offer');
    expect(await core.sites.prompts(SITE)).toEqual([]);
  });

  test('is forgotten once its code was sent', async () => {
    await takeOffer(doubtful);
    expect(await visit({ ...doubtful, signals: [...doubtful.signals, 'own: sent'] })).toBe('offer');
    await end('gone');
    expect(await visit(doubtful)).toBe('offer');
  });

  test('is forgotten by a refusal in the same document', async () => {
    await takeOffer(doubtful);
    expect(await visit(doubtful)).toBe('fill');
    await end('filled', 'refused');
    expect(await visit(doubtful)).toBe('offer');
  });

  test('is forgotten by a refusal in a document of its own', async () => {
    await takeOffer(doubtful);
    count += 1;
    expect(await see({ ...doubtful, complaint: 'shown' })).toBe('refused');
    expect(await visit(doubtful)).toBe('offer');
  });

  test('is offered again once the user has it forgotten', async () => {
    await takeOffer(doubtful);
    const [known] = await core.sites.prompts(SITE);
    await core.sites.forget(SITE, known?.id ?? '');
    expect(await visit(doubtful)).toBe('offer');
  });

  test('remembered, still asks first where the user wants that', async () => {
    await takeOffer(doubtful);
    await core.sites.set(SITE, { fill: 'by-hand' });
    expect(await visit(doubtful)).toBe('offer');
  });

  test('leaves nothing readable: a hash under a key of this browser', async () => {
    await takeOffer(doubtful);
    const [known] = await core.sites.prompts(SITE);
    expect(known?.id).toMatch(/^[0-9a-f]{64}$/);
    values.clear();
    await takeOffer(doubtful);
    expect((await core.sites.prompts(SITE)).at(-1)?.id).not.toBe(known?.id);
  });
});

describe('once the page took the code', () => {
  beforeEach(async () => {
    expect(await visit(sure)).toBe('fill');
    await end('filled', 'sent-and-gone');
    count += 1;
    nowMs += STEP_MS;
  });

  test('a second prompt is offered, and is no refusal', async () => {
    expect(await see(sure)).toBe('offer');
  });

  test('a field in doubt gets nothing at all', async () => {
    expect(await see(doubtful)).toBe('none');
  });

  test('the same prompt with an error is a refusal', async () => {
    nowMs -= STEP_MS;
    expect(await see({ ...sure, complaint: 'shown' })).toBe('refused');
  });

  test('a new log-in is filled again', async () => {
    expect(await visit(sure)).toBe('fill');
  });

  test('the next document is no part of a log-in', async () => {
    expect(await handlers.fieldInView({}, page)).toEqual({ moment: 'unknown' });
  });
});

test('once the user typed the code himself, a field in doubt gets nothing either', async () => {
  await core.sites.set(SITE, { fill: 'by-hand' });
  expect(await visit(sure)).toBe('offer');
  await end('sent-and-gone');
  count += 1;
  expect(await see(doubtful)).toBe('none');
});

describe('a code that came too late for its prompt', () => {
  test('is not used up: the next prompt of the log-in gets it in the same step', async () => {
    expect(await visit(sure)).toBe('fill');
    await end('gone-unserved');
    count += 1;
    expect(await see(sure)).toBe('fill');
  });

  test('is used once it was put in', async () => {
    expect(await visit(sure)).toBe('fill');
    await end('filled', 'gone-unserved');
    count += 1;
    expect(await see(sure)).toBe('wait');
  });

  test('begins no log-in where none was under way', async () => {
    expect(await visit(sure)).toBe('fill');
    await end('filled', 'sent-and-gone');
    count += 1;
    nowMs += STEP_MS;
    expect(await see(sure)).toBe('offer');
    expect(await press()).toBe('fill');
    await end('gone-unserved');
    count += 1;
    expect(await see(sure)).toBe('offer');
  });
});

describe('a code that stands unsent', () => {
  const renew = async (): Promise<string> =>
    (await handlers.promptRenew({ promptId: `prompt-${count}` }, page)).kind;
  beforeEach(async () => {
    expect(await visit(sure)).toBe('fill');
    await end('filled');
  });

  test('is renewed in the next step, and not before', async () => {
    expect(await renew()).toBe('wait');
    nowMs += STEP_MS;
    expect(await renew()).toBe('fill');
  });

  test('is not renewed once another prompt of the log-in was accepted', async () => {
    const standing = { promptId: `prompt-${count}` };
    count += 1;
    nowMs += STEP_MS;
    expect(await see(sure)).toBe('offer');
    expect(await press()).toBe('fill');
    await end('filled', 'sent-and-gone');
    nowMs += STEP_MS;
    expect(await handlers.promptRenew(standing, page)).toEqual({ kind: 'none' });
  });

  test('is not renewed after a refusal, nor when the log-in is too long ago', async () => {
    nowMs += 11 * STEP_MS;
    expect(await renew()).toBe('none');
    nowMs -= 10 * STEP_MS;
    await end('refused');
    expect(await renew()).toBe('none');
  });
});

test('a code is held back until the user has filled the rest of the form', async () => {
  expect(await visit({ ...sure, readiness: 'held' })).toBe('none');
  expect(await core.released.rows()).toEqual({});
  expect(await see(sure)).toBe('fill');
});

test("the site's clock is used from the press on that asks for it", async () => {
  expect(await visit(sure)).toBe('fill');
  await end('filled', 'refused');
  const sample = { serverDateMs: nowMs + 90_000, sentMs: nowMs, receivedMs: nowMs + 100 };
  const { aheadMs = 0 } = await handlers.clockSample(sample, page);
  expect(Math.round(aheadMs / 1000)).toBe(90);
  const promptId = `prompt-${count}`;
  const answer = await handlers.promptTake({ promptId, press: 'use-site-clock' }, page);
  expect(answer).toMatchObject({
    kind: 'fill',
    code: { digits: String(Math.floor((nowMs + aheadMs) / STEP_MS)) },
  });
  // What was applied is no news.
  expect(await handlers.clockSample(sample, page)).toEqual({});
});
