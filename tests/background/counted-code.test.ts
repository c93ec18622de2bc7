/** A prompt for an account by counter, whose every code is another one. */
import { beforeEach, expect, test } from 'vitest';
import { answerPrompt } from '../../entrypoints/background/answer-prompt.ts';
import type { Core } from '../../entrypoints/background/core.ts';
import type { Prompt } from '../../lib/policy/prompt.ts';
import { accountOfSite, fakeCore, SITE, waitingSince } from './fake-core.ts';

const NOW = 1_800_000_010_000;
const ID = 'prompt';
const waiting = waitingSince(NOW - 1_000);

let state: string;
let taken: number;
let core: Core;

beforeEach(async () => {
  [state, taken] = ['open', 0];
  const vault = {
    state: async () => state,
    accounts: async () => [{ ...accountOfSite('maria'), type: 'hotp', counter: 0 }],
    nextCode: async () => ({ digits: '755224', counter: taken++ }),
  };
  core = fakeCore(vault, () => NOW);
  await core.signIns.put('7', { siteId: SITE, atMs: NOW - 4_000, phase: 'asked' });
});

const answer = (prompt: Prompt = waiting) => answerPrompt(core, ID, prompt);

test('it is never given by itself, and nothing is used up', async () => {
  expect(await answer()).toEqual({ kind: 'offer' });
  expect(await answer({ ...waiting, decision: 'hold' })).toEqual({ kind: 'none' });
  expect(await answer({ ...waiting, state: 'locked' })).toEqual({ kind: 'offer' });
  expect(taken).toBe(0);
});

test('it is given at a press, which is spent, and each press gives another one', async () => {
  const pressed: Prompt = { ...waiting, chosen: { atMs: NOW } };
  expect(await answer(pressed)).toMatchObject({ kind: 'fill', code: { digits: '755224' } });
  const after = await core.prompts.find(ID);
  expect(after).toMatchObject({ state: 'served', served: { accountId: 'maria', counter: 0 } });
  expect(after).not.toHaveProperty('chosen');
  expect(await answer(after)).toEqual({ kind: 'offer' });
  await answer(pressed);
  expect(await core.prompts.find(ID)).toMatchObject({ served: { counter: 1 } });
});

test('made for a page, it is not given away after a lock', async () => {
  const put = core.prompts.put.bind(core.prompts);
  core.prompts.put = async (...row) => {
    state = 'locked';
    return put(...row);
  };
  const pressed: Prompt = { ...waiting, chosen: { atMs: NOW } };
  expect(await answer(pressed)).toEqual({ kind: 'locked' });
});

test('after a refused one it is there at once', async () => {
  const refused: Prompt = { ...waiting, state: 'refused', decision: 'refuse' };
  expect(await answer(refused)).toEqual({ kind: 'refused', untilMs: NOW });
});
