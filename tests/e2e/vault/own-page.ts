/**
 * One of our own pages, as an instrument: it may ask the background, and it
 * may look into and change what lies in the browser's storage, which is how
 * these tests make damage, and how they let time pass.
 */
import type { Page } from 'puppeteer-core';
import { replyOf } from '../driver/nightlatch.ts';
import { clearStored, findStored, readStored, store } from '../driver/own-state.ts';
import { until } from '../driver/until.ts';

/** All that lies on the disk: storage.local and the generation mark. */
export interface Stored {
  readonly local: Readonly<Record<string, unknown>>;
  readonly mark: unknown;
}

export async function readAll(ownPage: Page): Promise<Stored> {
  const local = await readStored(ownPage, 'local');
  const mark = await ownPage.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const opening = indexedDB.open('nightlatch');
        opening.onsuccess = () => {
          const reading = opening.result
            .transaction('values')
            .objectStore('values')
            .get('generation-mark');
          reading.onsuccess = () => resolve(reading.result as unknown);
          opening.result.close();
        };
      }),
  );
  return { local, mark };
}

export async function writeAll(ownPage: Page, { local, mark }: Stored): Promise<void> {
  await clearStored(ownPage, 'local');
  await store(ownPage, 'local', local);
  await ownPage.evaluate(
    (value) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('nightlatch');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('values', 'readwrite');
          transaction.objectStore('values').put(value, 'generation-mark');
          transaction.oncomplete = () => resolve();
          opening.result.close();
        };
      }),
    mark,
  );
}

/** The copy of the head outside of storage.local, a file of the extension's own. */
export function writeHeadFile(ownPage: Page, text: string): Promise<void> {
  return ownPage.evaluate(async (content) => {
    const directory = await navigator.storage.getDirectory();
    const handle = await directory.getFileHandle('vault-head', { create: true });
    const stream = await handle.createWritable();
    await stream.write(content);
    await stream.close();
  }, text);
}

/** A JSON text in storage.local, as an object. */
export async function storedJson(ownPage: Page, key: string): Promise<Record<string, unknown>> {
  const text = await findStored(ownPage, 'local', key);
  if (typeof text !== 'string') throw new Error(`${key} is not stored`);
  return { ...(JSON.parse(text) as Record<string, unknown>) };
}

export async function stateOf(ownPage: Page): Promise<string> {
  const { value } = await replyOf(ownPage, 'vaultState', {});
  return (value as { readonly state: string }).state;
}

export async function waitUntil(ownPage: Page, state: 'open' | 'locked'): Promise<void> {
  await until(`the vault to be ${state}`, async () =>
    (await stateOf(ownPage)) === state ? state : undefined,
  );
}

export async function accountIds(ownPage: Page): Promise<readonly string[]> {
  const { value } = await replyOf(ownPage, 'accounts', { bin: 'live' });
  return (value as readonly { readonly id: string }[]).map(({ id }) => id);
}

/** The vault key while the vault is open: it is in session memory, and nowhere else. */
export async function findVaultKey(ownPage: Page): Promise<string | undefined> {
  const item = await findStored(ownPage, 'session', 'vault/key');
  return (item as { readonly key: string } | undefined)?.key;
}

/** Waits until nobody asks for it any more: the key has left session memory by itself. */
export async function waitForKeyGone(ownPage: Page): Promise<void> {
  await until('the vault key to leave session memory', async () =>
    (await findVaultKey(ownPage)) === undefined ? 'gone' : undefined,
  );
}
