import { afterEach, describe, expect, test, vi } from 'vitest';
import { ask, askAsPage } from '../../../lib/protocol/client.ts';

const CLOSED = new Error('A listener indicated an asynchronous response, but the channel closed');
const YES = { ok: true, value: 'yes' };

/** A browser whose background gives `outcomes` to one message after the other. */
function background(outcomes: readonly (Error | object | undefined)[], id?: string) {
  const left = [...outcomes];
  const sendMessage = vi.fn(async () => {
    const outcome = left.shift();
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
  vi.stubGlobal('chrome', { runtime: { ...(id === undefined ? {} : { id }), sendMessage } });
  return sendMessage;
}
afterEach(() => vi.unstubAllGlobals());

describe('a background that ends in the middle of an answer', () => {
  test('is asked once more where that does no harm', async () => {
    const sent = background([CLOSED, YES], 'nightlatch');
    expect(await askAsPage('promptReport', { promptId: 'one' })).toBe('yes');
    expect(sent).toHaveBeenCalledTimes(2);
  });
  test('is asked once more for the next code: it ends after half a minute, just when a code dies', async () => {
    const sent = background([CLOSED, YES], 'nightlatch');
    expect(await askAsPage('promptRenew', { promptId: 'one' })).toBe('yes');
    expect(sent).toHaveBeenCalledTimes(2);
  });
  test('is asked once more when it ended without a word', async () => {
    const sent = background([undefined, YES], 'nightlatch');
    expect(await ask('codes', { ids: [] })).toBe('yes');
    expect(sent).toHaveBeenCalledTimes(2);
  });
  test('is given up after the third time: one that is still ending may take the second message, too', async () => {
    const sent = background([CLOSED, CLOSED, CLOSED, YES], 'nightlatch');
    await expect(askAsPage('qrExpected', { script: 'needed' })).rejects.toBe(CLOSED);
    expect(sent).toHaveBeenCalledTimes(3);
  });
  test('is asked again to save, because saving twice leaves what saving once does', async () => {
    const saving = background([CLOSED, YES], 'nightlatch');
    expect(await askAsPage('scanSave', { scanId: 'one', cause: 'press' })).toBe('yes');
    expect(saving).toHaveBeenCalledTimes(2);
  });
  test('is not asked again to unlock or to delete: it may have done so', async () => {
    const deleting = background([CLOSED, YES], 'nightlatch');
    await expect(ask('accountDelete', { id: 'one' })).rejects.toBe(CLOSED);
    expect(deleting).toHaveBeenCalledTimes(1);
    const unlocking = background([CLOSED, YES], 'nightlatch');
    const passphrase = { kind: 'passphrase', passphrase: 'velvet anchor kiosk' } as const;
    await expect(ask('unlock', passphrase)).rejects.toBe(CLOSED);
    expect(unlocking).toHaveBeenCalledTimes(1);
  });
});

test('a script orphaned by an update asks nobody again', async () => {
  const sent = background([CLOSED, YES]);
  await expect(askAsPage('promptReport', { promptId: 'one' })).rejects.toBe(CLOSED);
  expect(sent).toHaveBeenCalledTimes(1);
});

test('a refusal is an answer', async () => {
  const sent = background([{ ok: false, code: 'vault-locked' }, YES], 'nightlatch');
  await expect(ask('codes', { ids: [] })).rejects.toMatchObject({ code: 'vault-locked' });
  expect(sent).toHaveBeenCalledTimes(1);
});
