/** Unlock methods taken away in Firefox, and what is left of them in the files of its profile. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchFirefox } from '../e2e/driver/firefox/launch.ts';
import { addAccount, askAsOwnPage, PASSPHRASE } from '../e2e/driver/nightlatch.ts';
import { findStored } from '../e2e/driver/own-state.ts';

const first = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** So many characters of base64 in a row are no chance, and are too few to open anything. */
const PART_LENGTH = 20;
const BASE64_RUN = /[\w+/]{20,}/gu;

/** What lies in the profile of the vault's earlier heads, and of the key kept on this computer. */
export interface HeadParts {
  readonly heads: number;
  readonly keys: number;
}

export interface TakenBackInFirefox {
  readonly before: HeadParts;
  readonly after: HeadParts;
}

async function session<Value>(
  profileDirectory: string,
  work: (page: Page) => Promise<Value>,
): Promise<Value> {
  const driven = await launchFirefox({ profileDirectory });
  try {
    return await work(await driven.openOwn('options.html'));
  } finally {
    await driven.close();
  }
}

async function headOf(page: Page): Promise<string> {
  return String(await findStored(page, 'local', 'vault/head'));
}

/** The bytes of the key, as Latin-1. */
async function computerKeyOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const directory = await navigator.storage.getDirectory();
    const file = await (await directory.getFileHandle('computer-key')).getFile();
    return String.fromCharCode(...new Uint8Array(await file.arrayBuffer()));
  });
}

function partsOf(text: string): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const [run] of text.matchAll(BASE64_RUN)) {
    for (let at = 0; at + PART_LENGTH <= run.length; at++) {
      parts.add(run.slice(at, at + PART_LENGTH));
    }
  }
  return parts;
}

/**
 * Looks for every part of the old heads that the present head does not have.
 * Firefox compresses what it stores, but finds nothing to shorten within random base64.
 */
async function look(
  profileDirectory: string,
  old: { readonly heads: readonly string[]; readonly key: string },
  present = '',
): Promise<HeadParts> {
  const presentParts = partsOf(present);
  const parts = new Set(
    old.heads.flatMap((head) => [...partsOf(head)]).filter((part) => !presentParts.has(part)),
  );
  let [heads, keys] = [0, 0];
  const entries = await readdir(profileDirectory, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const text = (await readFile(path.join(entry.parentPath, entry.name))).toString('latin1');
    for (const part of partsOf(text)) if (parts.has(part)) heads += 1;
    if (text.includes(old.key)) keys += 1;
  }
  return { heads, keys };
}

/**
 * 'Stay unlocked on this computer' is chosen, used over a restart and stopped; then
 * the passphrase is replaced. The profile is read before and after that, each time
 * once Firefox was closed.
 */
export async function takeBackInFirefox(): Promise<TakenBackInFirefox> {
  const directory = await mkdtemp(path.join(tmpdir(), 'nightlatch-firefox-'));
  try {
    const heads: string[] = [];
    const key = await session(directory, async (page) => {
      await askAsOwnPage(page, 'createVault', first);
      await addAccount(page, { issuer: 'VIGI', label: 'maria', secret });
      heads.push(await headOf(page));
      await askAsOwnPage(page, 'keepUnlocked', { proof: first });
      heads.push(await headOf(page));
      return computerKeyOf(page);
    });
    const before = await look(directory, { heads, key });
    const present = await session(directory, async (page) => {
      await askAsOwnPage(page, 'unlock', first);
      await askAsOwnPage(page, 'keepUnlockedStop', {});
      heads.push(await headOf(page));
      const passphrase = 'another four words entirely';
      await askAsOwnPage(page, 'passphraseChange', { proof: first, passphrase });
      return headOf(page);
    });
    return { before, after: await look(directory, { heads, key }, present) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
