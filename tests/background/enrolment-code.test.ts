import { expect, test, vi } from 'vitest';
import { Scans } from '../../entrypoints/background/scans.ts';
import { Enrolments } from '../../entrypoints/background/enrolments.ts';
import { accountOfSite, fakeCore, PAGE, SITE } from './fake-core.ts';

vi.mock('../../lib/browser/api.ts', () => ({ api: {} }));

const NOW = 1_800_000_010_000;

/** An enrolment whose account is saved; `whileWritten` runs as its code is written down as used. */
async function saved(whileWritten: () => void, type: 'totp' | 'hotp' | 'steam' = 'totp') {
  let state = 'open';
  const vault = {
    state: async () => state,
    account: async () => ({ ...accountOfSite('maria'), type }),
    codeAt: async () => ({ digits: '111111', counter: 60, startMs: NOW, endMs: NOW + 30_000 }),
  };
  const core = fakeCore(vault, () => NOW);
  const { scans, released } = core;
  const { tabId, frameId, documentId = '' } = PAGE;
  await scans.put('scan', {
    uri: '',
    atMs: NOW,
    state: 'saved',
    accountId: 'maria',
    from: { tabId, frameId, documentId, siteId: SITE },
  });
  const decide = released.decide.bind(released);
  released.decide = async (id, next) => {
    whileWritten();
    return decide(id, next);
  };
  const { handlers } = new Enrolments(core, new Scans(core));
  return {
    released,
    lock: () => (state = 'locked'),
    code: async () => handlers.scanCode({ scanId: 'scan' }, PAGE),
    save: async () => handlers.scanSave({ scanId: 'scan', cause: 'press' }, PAGE),
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

test('a save whose code is used up says when there is one: Firefox ends a background that waits itself', async () => {
  const { save, released } = await saved(() => undefined);
  await released.put('maria', [60]);
  expect(await save()).toMatchObject({
    kind: 'saved',
    code: { kind: 'wait', untilMs: NOW + 30_000 },
  });
});

test.each(['hotp', 'steam'] as const)('no document gets a code of the kind %s', async (type) => {
  const { code, released } = await saved(() => undefined, type);
  await expect(code()).rejects.toThrow('otp-type-unsupported');
  expect(await released.find('maria')).toBeUndefined();
});
