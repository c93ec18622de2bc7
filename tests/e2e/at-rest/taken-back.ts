import { rm } from 'node:fs/promises';
import { launch, newProfileDirectory } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, PASSPHRASE } from '../driver/nightlatch.ts';
import { type Loot, readProfile } from './profile-reader.ts';

const first = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
const SECRETS = ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'];

/** What a thief of the profile opens with a way in, before and after it was taken back. */
export interface TakenBack {
  readonly before: Loot;
  readonly after: Loot;
}

async function withProfile<Value>(work: (directory: string) => Promise<Value>): Promise<Value> {
  const profileDirectory = await newProfileDirectory();
  try {
    return await work(profileDirectory);
  } finally {
    await rm(profileDirectory, { recursive: true, force: true });
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launch>>['openOwn']>>;

/** One session of the browser, closed as a person closes it. */
async function session<Value>(
  profileDirectory: string,
  work: (page: Page) => Promise<Value>,
): Promise<Value> {
  const driven = await launch({ profileDirectory });
  try {
    return await work(await driven.openOwn('options.html'));
  } finally {
    await driven.close();
  }
}

async function makeVault(page: Page): Promise<readonly string[]> {
  await askAsOwnPage(page, 'createVault', first);
  const ids: string[] = [];
  for (const secret of SECRETS) {
    ids.push(await addAccount(page, { issuer: 'VIGI', label: secret, secret }));
  }
  return ids;
}

/** 'Stay unlocked on this computer', chosen, used over a restart, and stopped. */
export function stopKeepingUnlocked(): Promise<TakenBack> {
  return withProfile(async (directory) => {
    const ids = await session(directory, async (page) => {
      const made = await makeVault(page);
      await askAsOwnPage(page, 'keepUnlocked', { proof: first });
      return made;
    });
    const before = await readProfile(directory, 'computer-key', ids);
    await session(directory, async (page) => {
      await askAsOwnPage(page, 'unlock', first);
      await askAsOwnPage(page, 'accountChange', { id: ids[0], change: { note: 'later' } });
      await askAsOwnPage(page, 'keepUnlockedStop', {});
    });
    return { before, after: await readProfile(directory, 'computer-key', ids) };
  });
}

/** A passphrase that was used over a restart, and replaced. */
export function changePassphrase(): Promise<TakenBack & { readonly present: Loot }> {
  return withProfile(async (directory) => {
    const ids = await session(directory, makeVault);
    const old = { passphrase: PASSPHRASE };
    const before = await readProfile(directory, old, ids);
    const passphrase = 'another four words entirely';
    await session(directory, async (page) => {
      await askAsOwnPage(page, 'unlock', first);
      await askAsOwnPage(page, 'accountChange', { id: ids[0], change: { note: 'later' } });
      await askAsOwnPage(page, 'passphraseChange', { proof: first, passphrase });
    });
    const after = await readProfile(directory, old, ids);
    return { before, after, present: await readProfile(directory, { passphrase }, ids) };
  });
}
