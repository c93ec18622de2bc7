import { beforeEach, describe, expect, test } from 'vitest';
import { answerPrompt } from '../../entrypoints/background/answer-prompt.ts';
import { takeCode } from '../../entrypoints/background/take-code.ts';
import type { Core } from '../../entrypoints/background/core.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { CHOSEN_MS, type Prompt } from '../../lib/policy/prompt.ts';
import {
  accountOfSite,
  codeOfStep,
  fakeCore,
  givenCode,
  SITE,
  STEP_MS,
  waitingSince,
} from './fake-core.ts';

const NOW = 1_800_000_010_000;
const ID = 'prompt';

const maria = accountOfSite('maria');
const karl = accountOfSite('karl');

const waiting = waitingSince(NOW - 1_000);

let state: string;
let accounts: readonly AccountView[];
let nowMs: number;
let core: Core;
/** Every code computed for a page, and what was written down about it by then. */
let computed: { readonly id: string; readonly atMs: number }[];

beforeEach(async () => {
  [state, accounts, nowMs, computed] = ['open', [maria], NOW, []];
  const vault = {
    state: async () => state,
    accounts: async () => accounts,
    codeAt: async (id: string, atMs: number) => {
      computed.push({ id, atMs });
      return codeOfStep(id === 'maria' ? '111111' : '222222', atMs);
    },
  };
  core = fakeCore(vault, () => nowMs);
  await core.signIns.put('7', { siteId: SITE, atMs: NOW - 4_000, phase: 'asked' });
});

const answer = (prompt: Prompt = waiting) => answerPrompt(core, ID, prompt);
const counterNow = Math.floor(NOW / STEP_MS);

test('a prompt in a log-in of the user gets the code, which is written down as used', async () => {
  expect(await answer()).toEqual({
    kind: 'fill',
    code: { digits: '111111', validUntilMs: (counterNow + 1) * STEP_MS },
    submit: 'never',
  });
  expect(await core.released.find('maria')).toEqual([givenCode(counterNow)]);
  expect(await core.prompts.find(ID)).toMatchObject({
    state: 'served',
    served: { accountId: 'maria', counter: counterNow },
  });
});

test('a lock while it is written down keeps the code here: it counts as used', async () => {
  const put = core.prompts.put.bind(core.prompts);
  core.prompts.put = async (...row) => {
    state = 'locked';
    return put(...row);
  };
  expect(await answer()).toEqual({ kind: 'locked' });
  expect(computed).toHaveLength(1);
  expect(await core.released.find('maria')).toEqual([givenCode(counterNow)]);
  expect((await core.prompts.find(ID))?.state).toBe('locked');
});

test('the second prompt of a step waits for the next', async () => {
  await answer();
  const untilMs = (counterNow + 1) * STEP_MS;
  expect(await answerPrompt(core, 'another', waiting)).toEqual({ kind: 'wait', untilMs });
});

test('a step of the future that was given while the clock was ahead is forgotten once it is right', async () => {
  const hourMs = 3_600_000;
  nowMs = NOW + hourMs;
  await core.signIns.put('7', { siteId: SITE, atMs: nowMs, phase: 'asked' });
  expect((await answer()).kind).toBe('fill');
  nowMs = NOW;
  await core.signIns.put('7', { siteId: SITE, atMs: nowMs, phase: 'asked' });
  expect((await answerPrompt(core, 'another', waiting)).kind).toBe('fill');
  expect(await core.released.find('maria')).toEqual([givenCode(counterNow)]);
});

test('what a site with a clock of its own was given bars nothing elsewhere, and is not forgotten', async () => {
  const clockOffsetMs = 3_600_000;
  const own = { accountId: 'maria', siteId: 'own', clockOffsetMs, servedCounter: undefined };
  const take = () => takeCode(core, { ...own, promptState: 'waiting' });
  expect((await take()).kind).toBe('taken');
  expect((await answer()).kind).toBe('fill');
  expect((await take()).kind).toBe('wait');
  // The time of that step comes here, too.
  nowMs = NOW + clockOffsetMs;
  await core.signIns.put('7', { siteId: SITE, atMs: nowMs, phase: 'asked' });
  expect((await answerPrompt(core, 'another', waiting)).kind).toBe('fill');
});

test('an answer that was lost comes again, to the same prompt only', async () => {
  await answer();
  const served = await core.prompts.find(ID);
  expect(served && (await answer(served))).toMatchObject({ kind: 'fill' });
});

test('nor does a code that went elsewhere come to a prompt that had another account', async () => {
  await core.released.put('karl', [givenCode(counterNow)]);
  const served = { accountId: 'maria', counter: counterNow };
  const chosen = { accountId: 'karl', atMs: NOW };
  expect((await answer({ ...waiting, state: 'served', served, chosen })).kind).toBe('wait');
});

describe('no code is even computed', () => {
  test.each<[string, () => unknown, string]>([
    ['while two accounts fit', () => (accounts = [maria, karl]), 'choose'],
    [
      'while no account belongs to the site',
      () => (accounts = [{ ...maria, sites: [] }]),
      'choose',
    ],
    ['while there is no account at all', () => (accounts = []), 'none'],
    ['while the vault is older than it should be', () => (state = 'older'), 'none'],
    ['while the vault is damaged', () => (state = 'damaged'), 'none'],
    ['while there is no vault', () => (state = 'absent'), 'none'],
    ['while the vault is locked', () => (state = 'locked'), 'locked'],
    [
      'beside a set-up code of this document',
      () =>
        core.scans.put('scan', {
          uri: 'otpauth://totp/x',
          atMs: NOW - 1_000,
          from: { tabId: 7, frameId: 0, documentId: 'document', siteId: SITE },
          state: 'offered',
        }),
      'none',
    ],
  ])('%s', async (_words, arrange, kind) => {
    await arrange();
    expect((await answer()).kind).toBe(kind);
    expect(computed).toEqual([]);
    expect(await core.released.rows()).toEqual({});
  });

  test.each<[string, Partial<Prompt>, string]>([
    ['where it may only be offered', { decision: 'offer' }, 'offer'],
    ['where nobody may know what is asked for', { decision: 'nothing' }, 'none'],
    ['before the user has filled the rest of the form', { decision: 'hold' }, 'none'],
    ['for a prompt that had its code', { state: 'done' }, 'offer'],
  ])('%s', async (_words, facts, kind) => {
    expect((await answer({ ...waiting, ...facts })).kind).toBe(kind);
    expect(computed).toEqual([]);
  });

  test('of two accounts, the offer is to choose', async () => {
    accounts = [maria, karl];
    expect((await answer({ ...waiting, decision: 'offer' })).kind).toBe('choose');
  });
});

describe('after a refusal the user is told when the next code comes', () => {
  const refused = { ...waiting, state: 'refused', decision: 'refuse' } as const;

  test('which is now, where this step was not used', async () => {
    expect(await answer(refused)).toEqual({ kind: 'refused', untilMs: NOW });
    expect(await core.released.rows()).toEqual({});
  });

  test('which is in the next step, where the refused code was of this one', async () => {
    await core.released.put('maria', [givenCode(counterNow)]);
    const served = { accountId: 'maria', counter: counterNow };
    expect(await answer({ ...refused, served })).toEqual({
      kind: 'refused',
      untilMs: (counterNow + 1) * STEP_MS,
    });
  });

  test('and his press gives it', async () => {
    const chosen = { atMs: NOW };
    expect((await answer({ ...refused, chosen })).kind).toBe('fill');
  });
});

test('a code that was given moves the log-in on', async () => {
  await answer();
  expect((await core.signIns.find('7'))?.phase).toBe('filled');
});

test.each([
  ['waiting', 'locked', 'locked'],
  ['done', 'none', undefined],
  ['refused', 'none', undefined],
] as const)('locked, a prompt that is %s is answered with %s', async (given, kind, kept) => {
  state = 'locked';
  expect((await answer({ ...waiting, state: given })).kind).toBe(kind);
  expect((await core.prompts.find(ID))?.state).toBe(kept);
});

describe('the user chose an account in the popup', () => {
  const chosen = { ...waiting, chosen: { accountId: 'karl', atMs: NOW } };
  beforeEach(async () => {
    accounts = [maria, karl];
    await core.signIns.remove('7');
    await core.sites.set(SITE, { fill: 'by-hand' });
  });

  test('it is that one, and the choice is spent', async () => {
    expect(await answer(chosen)).toMatchObject({ kind: 'fill', code: { digits: '222222' } });
    expect((await core.prompts.find(ID))?.chosen).toBeUndefined();
  });

  test('the choice speaks for its prompt for a while only', async () => {
    nowMs = NOW + CHOSEN_MS;
    expect((await answer(chosen)).kind).toBe('fill');
    nowMs = NOW + CHOSEN_MS + 1;
    expect((await answer(chosen)).kind).toBe('choose');
  });
});

test('the offset the user applied decides which code, and how long it holds here', async () => {
  await core.sites.set(SITE, { clockOffsetMs: 41_000 });
  expect(await answer()).toMatchObject({
    kind: 'fill',
    code: { validUntilMs: (Math.floor((NOW + 41_000) / STEP_MS) + 1) * STEP_MS - 41_000 },
  });
  expect(computed).toEqual([{ id: 'maria', atMs: NOW + 41_000 }]);
  nowMs = NOW + 1;
  expect(await answerPrompt(core, 'another', waiting)).toEqual({
    kind: 'wait',
    untilMs: (Math.floor((NOW + 41_000) / STEP_MS) + 1) * STEP_MS - 41_000,
  });
});

describe('a field with room for another length', () => {
  test.each([
    [{ least: 8, most: 8 }, 'offer'],
    [{ least: 4, most: 4 }, 'offer'],
    [{ least: 1, most: 5 }, 'offer'],
    [{ least: 6, most: 6 }, 'fill'],
    [{ least: 1, most: 9 }, 'fill'],
  ])('%o of six digits: %s', async (room, kind) => {
    expect(await answer({ ...waiting, room })).toMatchObject({ kind });
  });
});
