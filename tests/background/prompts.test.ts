/** A log-in from its form to the page's answer. */
import { beforeEach, describe, expect, test } from 'vitest';
import { AskingPage, doubtful, SENDER, sure } from './asking-page.ts';
import { accountOfSite, SITE, STEP_MS, waitingSince } from './fake-core.ts';

let page: AskingPage;
beforeEach(() => {
  page = new AskingPage();
});

describe('once the page took the code', () => {
  beforeEach(async () => {
    expect(await page.visit(sure)).toBe('fill');
    await page.end('filled', 'sent-and-gone');
    page.nextPrompt();
    page.nowMs += STEP_MS;
  });

  test('a second prompt is offered, and is no refusal', async () => {
    expect(await page.see(sure)).toBe('offer');
  });

  test('a field in doubt gets nothing at all', async () => {
    expect(await page.see(doubtful)).toBe('none');
  });

  test('the same prompt with an error is a refusal', async () => {
    page.nowMs -= STEP_MS;
    expect(await page.see({ ...sure, complaint: 'shown' })).toBe('refused');
  });

  test('a new log-in is filled again', async () => {
    expect(await page.visit(sure)).toBe('fill');
  });

  test('the next document is no part of a log-in', async () => {
    expect(await page.handlers.fieldInView({}, SENDER)).toEqual({ moment: 'unknown' });
  });
});

test('once the user typed the code himself, a field in doubt gets nothing either', async () => {
  await page.core.sites.set(SITE, { fill: 'by-hand' });
  expect(await page.visit(sure)).toBe('offer');
  await page.end('sent-and-gone');
  page.nextPrompt();
  expect(await page.see(doubtful)).toBe('none');
});

describe('a code that came too late for its prompt', () => {
  test('is not used up: the next prompt of the log-in gets it in the same step', async () => {
    expect(await page.visit(sure)).toBe('fill');
    await page.end('gone-unserved');
    page.nextPrompt();
    expect(await page.see(sure)).toBe('fill');
  });

  test('is used once it was put in', async () => {
    expect(await page.visit(sure)).toBe('fill');
    await page.end('filled', 'gone-unserved');
    page.nextPrompt();
    expect(await page.see(sure)).toBe('wait');
  });

  test('begins no log-in where none was under way', async () => {
    expect(await page.visit(sure)).toBe('fill');
    await page.end('filled', 'sent-and-gone');
    page.nextPrompt();
    page.nowMs += STEP_MS;
    expect(await page.see(sure)).toBe('offer');
    expect(await page.press()).toBe('fill');
    await page.end('gone-unserved');
    page.nextPrompt();
    expect(await page.see(sure)).toBe('offer');
  });
});

describe('a code that stands unsent', () => {
  const renew = async (): Promise<string> =>
    (await page.handlers.promptRenew({ promptId: page.promptId }, SENDER)).kind;
  beforeEach(async () => {
    expect(await page.visit(sure)).toBe('fill');
    await page.end('filled');
  });

  test('is renewed in the next step, and not before', async () => {
    expect(await renew()).toBe('wait');
    page.nowMs += STEP_MS;
    expect(await renew()).toBe('fill');
  });

  test('is not renewed before the page has said that it is there', async () => {
    page = new AskingPage();
    expect(await page.visit(sure)).toBe('fill');
    page.nowMs += STEP_MS;
    expect(await renew()).toBe('none');
  });

  test('by counter is not renewed: it lives on, and the next one is given at a press', async () => {
    page = new AskingPage({ ...accountOfSite('maria'), type: 'hotp', counter: 0 });
    expect(await page.visit(sure)).toBe('offer');
    expect(await page.press()).toBe('fill');
    await page.end('filled');
    page.nowMs += STEP_MS;
    expect(await renew()).toBe('none');
    expect(page.counted).toBe(1);
  });

  test('is not renewed once another prompt of the log-in was accepted', async () => {
    const standing = { promptId: page.promptId };
    page.nextPrompt();
    page.nowMs += STEP_MS;
    expect(await page.see(sure)).toBe('offer');
    expect(await page.press()).toBe('fill');
    await page.end('filled', 'sent-and-gone');
    page.nowMs += STEP_MS;
    expect(await page.handlers.promptRenew(standing, SENDER)).toEqual({ kind: 'none' });
  });

  test('is not renewed after a refusal, nor when the log-in is too long ago', async () => {
    page.nowMs += 11 * STEP_MS;
    expect(await renew()).toBe('none');
    page.nowMs -= 10 * STEP_MS;
    await page.end('refused');
    expect(await renew()).toBe('none');
  });
});

test('a prompt answers to no other document, whichever asks by its id', async () => {
  expect(await page.visit(sure)).toBe('fill');
  const other = { ...SENDER, documentId: 'other' };
  await expect(page.see(sure, other)).rejects.toThrow('prompt-gone');
});

describe('prompts that showed a way to unlock', () => {
  const other = { ...accountOfSite('karl'), sites: [] };
  const enrolled = {
    uri: 'otpauth://totp/x',
    atMs: 0,
    state: 'offered',
    from: { tabId: SENDER.tabId, frameId: 0, documentId: 'document', siteId: SITE },
  } as const;
  beforeEach(async () => {
    page.vaultState = 'locked';
    expect(await page.visit(sure)).toBe('locked');
    page.vaultState = 'open';
  });

  test('are told after an unlock, and no others', async () => {
    await page.core.prompts.put('waiting', waitingSince(page.nowMs));
    await page.startBackground().continueAfterUnlock();
    expect(page.pushes).toEqual([`wait ${page.promptId}`]);
  });

  test.each<[string, () => unknown, string]>([
    ['an offer', () => page.core.sites.set(SITE, { fill: 'by-hand' }), 'offer'],
    ['a choice', () => page.accounts.splice(0, 1, other), 'choose'],
    ['a countdown', () => page.core.released.put('maria', [page.codeNow()]), 'wait'],
    ['nothing', () => page.accounts.splice(0), 'none'],
    [
      'nothing beside a set-up code',
      () => page.core.scans.put('scan', { ...enrolled, atMs: page.nowMs }),
      'none',
    ],
    ['a code', () => undefined, 'fill'],
  ])('are left alone by every later background once they have %s', async (_what, arrange, kind) => {
    await arrange();
    expect(await page.see(sure)).toBe(kind);
    await page.startBackground().continueAfterUnlock();
    expect(page.pushes).toEqual([]);
  });

  test('and show it again after the next lock are told again', async () => {
    await page.core.sites.set(SITE, { fill: 'by-hand' });
    expect(await page.see(sure)).toBe('offer');
    page.vaultState = 'locked';
    expect(await page.press()).toBe('locked');
    page.vaultState = 'open';
    await page.startBackground().continueAfterUnlock();
    expect(page.pushes).toEqual([`wait ${page.promptId}`]);
  });
});

test('a code is held back until the user has filled the rest of the form', async () => {
  expect(await page.visit({ ...sure, readiness: 'held' })).toBe('none');
  expect(await page.core.released.rows()).toEqual({});
  expect(await page.see(sure)).toBe('fill');
});

test("the site's clock is used from the press on that asks for it", async () => {
  expect(await page.visit(sure)).toBe('fill');
  await page.end('filled', 'refused');
  const sample = {
    serverDateMs: page.nowMs + 90_000,
    sentMs: page.nowMs,
    receivedMs: page.nowMs + 100,
  };
  const { aheadMs = 0 } = await page.handlers.clockSample(sample, SENDER);
  expect(Math.round(aheadMs / 1000)).toBe(90);
  const { promptId } = page;
  const answer = await page.handlers.promptTake({ promptId, press: 'use-site-clock' }, SENDER);
  expect(answer).toMatchObject({
    kind: 'fill',
    code: { digits: String(Math.floor((page.nowMs + aheadMs) / STEP_MS)) },
  });
  // What was applied is no news.
  expect(await page.handlers.clockSample(sample, SENDER)).toEqual({});
});

test('a page that reports prompts for ever keeps its newest, and costs no other tab its prompt', async () => {
  const other = { ...SENDER, tabId: 8 };
  await page.handlers.promptReport({ promptId: 'other', facts: sure }, other);
  for (let count = 0; count < 60; count += 1) {
    page.nextPrompt();
    page.nowMs += 1;
    await page.see(sure);
  }
  const ids = Object.keys(await page.core.prompts.rows());
  expect(ids).toHaveLength(51);
  expect(ids).toEqual(expect.arrayContaining(['other', page.promptId]));
});

test('a prompt that is answered while its tab is closed leaves no row behind', async () => {
  const answered = page.see(sure);
  await Promise.all([answered, page.prompts.forgetTab(SENDER.tabId)]);
  expect(await page.core.prompts.rows()).toEqual({});
});

test.each([
  ['by a clock that is not ours', 90_000, 3_600_000],
  ['that leads to codes of another day', 2 * 86_400_000, 0],
])('a sample %s moves no code', async (_what, aheadMs, awayMs) => {
  expect(await page.visit(sure)).toBe('fill');
  await page.end('filled', 'refused');
  const sentMs = page.nowMs + awayMs;
  const sample = { serverDateMs: sentMs + aheadMs, sentMs, receivedMs: sentMs + 100 };
  expect(await page.handlers.clockSample(sample, SENDER)).toEqual({});
  const { promptId } = page;
  await page.handlers.promptTake({ promptId, press: 'use-site-clock' }, SENDER);
  expect((await page.core.sites.settings(SITE)).clockOffsetMs).toBe(0);
});
