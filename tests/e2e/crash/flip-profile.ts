import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launch, newProfileDirectory } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, PASSPHRASE } from '../driver/nightlatch.ts';

export const ACCOUNTS = 12;
export const byPassphrase = { kind: 'passphrase', passphrase: PASSPHRASE } as const;

/** Where Chromium keeps what is ours: storage.local, IndexedDB, and the files of the extension. */
const PLACES = ['Local Extension Settings', 'IndexedDB', 'File System'].map((name) =>
  path.join('Default', name),
);

export function secretOf(number: number): string {
  return `JBSWY3DPEHPK3PXPJBSWY3DPEHPK3P${'ABCDEFGHIJKL'[number] ?? ''}A`;
}

export interface Prepared {
  readonly profileDirectory: string;
  readonly untouched: string;
  readonly backup: string;
  readonly recoveryCode: string;
}

/** A vault that was changed in a second session of the browser, so that it lies in tables and a log. */
export async function prepare(): Promise<Prepared> {
  const profileDirectory = await newProfileDirectory();
  let driven = await launch({ profileDirectory });
  let page = await driven.openOwn('options.html');
  const created = await askAsOwnPage(page, 'createVault', byPassphrase);
  const { recoveryCode } = created as { readonly recoveryCode: string };
  let first = '';
  for (let number = 0; number < ACCOUNTS; number++) {
    const account = { issuer: 'VIGI', label: String(number), secret: secretOf(number) };
    first = await addAccount(page, account);
  }
  await driven.close();
  driven = await launch({ profileDirectory });
  page = await driven.openOwn('options.html');
  await askAsOwnPage(page, 'unlock', byPassphrase);
  await askAsOwnPage(page, 'accountChange', { id: first, change: { note: 'changed' } });
  const made = (await askAsOwnPage(page, 'backupMake', {})) as { readonly text: string };
  await driven.close();
  const untouched = `${profileDirectory}-untouched`;
  for (const place of PLACES) {
    const from = path.join(profileDirectory, place);
    await cp(from, path.join(untouched, place), { recursive: true }).catch(() => undefined);
  }
  return { profileDirectory, untouched, backup: made.text, recoveryCode };
}

/** Puts the untouched state back with one bit flipped; says which. */
export async function flip(
  { profileDirectory, untouched }: Prepared,
  random: () => number,
): Promise<string> {
  const files: string[] = [];
  for (const place of PLACES) {
    const folder = path.join(profileDirectory, place);
    await rm(folder, { recursive: true, force: true });
    await cp(path.join(untouched, place), folder, { recursive: true }).catch(() => undefined);
    for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
      const file = path.join(folder, name);
      const { size } = await stat(file);
      if ((await stat(file)).isFile() && size > 0 && !/LOG(\.old)?$/u.test(name)) files.push(file);
    }
  }
  // Many a flip hits a table or a log of storage.local, rather at its end: ballast fills the rest.
  // Others hit the small files without which a database does not open at all.
  const tables = files.filter((file) => /Local Extension Settings.*\.(ldb|log)$/u.test(file));
  const heads = files.filter((file) => /(?:CURRENT|MANIFEST-\d+)$/u.test(file));
  const aim = random();
  const aimed = aim < 0.4;
  const among = aimed ? tables : aim < 0.6 ? heads : files;
  const file = among[Math.floor(random() * among.length)] ?? '';
  const content = await readFile(file);
  const at = Math.floor((aimed ? random() ** 0.15 : random()) * content.length);
  content[at] = (content[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  await writeFile(file, content);
  return `${path.relative(profileDirectory, file)} at ${at} of ${content.length}`;
}
