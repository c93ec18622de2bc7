import { beforeEach, describe, expect, test, vi } from 'vitest';
import { importRequests } from '../../entrypoints/background/import-requests.ts';
import type { ImportChoice, ImportedIds, ImportView } from '../../lib/protocol/import-views.ts';
import { Vault } from '../../lib/vault/vault.ts';
import { base32, plain, secretBytes } from '../lib/formats/accounts.ts';
import { exportUri } from '../lib/formats/google.ts';
import { aegisDatabase } from '../lib/formats/sample-records.ts';
import { samples } from '../lib/formats/samples.ts';
import { aegisVault } from '../lib/formats/sealing.ts';
import { newMachine, type Machine } from '../lib/vault/memory-ports.ts';
import { type ChosenFile, fileOf, handedOver, read } from './hand-over.ts';

vi.mock('../../lib/browser/api.ts', () => ({ api: {} }));

const PASSWORD = 'test';

let machine: Machine;
let vault: Vault;
let handlers: ReturnType<typeof importRequests>;
beforeEach(async () => {
  machine = newMachine();
  vault = new Vault(machine.ports);
  await vault.create({ passphrase: 'correct horse battery staple lamp' });
  handlers = importRequests(vault, { noteUse: async () => undefined });
});

const linkOf = (label: string, seed: number, more = ''): string =>
  `otpauth://totp/Acme:${label}?secret=${base32(secretBytes(seed))}&issuer=Acme${more}`;

async function preview(...files: readonly ChosenFile[]): Promise<ImportView> {
  const reading = await read(files);
  const lines = await handlers.importPreview({ files: await handedOver(files) });
  return { files: reading.files, missing: reading.missing, lines };
}

async function add(
  files: readonly ChosenFile[],
  chosen: readonly (number | ImportChoice)[],
  from: 'files' | 'scans' = 'files',
): Promise<ImportedIds> {
  const choices = chosen.map((one) => (typeof one === 'number' ? { index: one } : one));
  return handlers.importAdd({ files: await handedOver(files), from, chosen: choices });
}

async function labels(): Promise<readonly string[]> {
  return (await vault.accounts('live')).map(({ label }) => label);
}

describe('the list', () => {
  test('says of each account what it would be, and of each bad line why', async () => {
    const files = [fileOf([linkOf('a', 1), linkOf('b', 2)].join('\n'))];
    await add(files, [0, 1]);
    const display = encodeURIComponent('{"trashed":true}');
    const list = [
      linkOf('a', 1),
      linkOf('b', 3),
      linkOf('c', 4),
      linkOf('c', 4),
      linkOf('d', 5, `&codeDisplay=${display}`),
      linkOf('e', 6, '&digits=9'),
      linkOf('f', 7).replace('totp', 'hotp'),
      linkOf('g', 8, '&algorithm=MD5'),
      'hello',
    ];
    const { lines } = await preview(fileOf(list.join('\n')));
    expect(
      lines.map(({ kind, label, code, reason, line }) => [kind, label, code ?? reason, line]),
    ).toEqual([
      ['there', 'a', undefined, 1],
      ['same-name', 'b', undefined, 2],
      ['new', 'c', undefined, 3],
      ['twice', 'c', undefined, 4],
      ['trashed', 'd', undefined, 5],
      ['new', 'e', undefined, 6],
      ['new', 'f', undefined, 7],
      ['refused', 'g', 'unsupported-algorithm', 8],
      ['refused', '', 'not-otpauth', 9],
    ]);
  });

  test('says of an account where it stands, which is all that tells two nameless ones apart', async () => {
    const nameless = [1, 2].map((seed) => `otpauth://totp/?secret=${base32(secretBytes(seed))}`);
    const { lines } = await preview(fileOf(nameless.join('\n')));
    expect(lines).toMatchObject([
      { kind: 'new', line: 1 },
      { kind: 'new', line: 2 },
    ]);
  });

  test('takes a short setup key like any other', async () => {
    const short = `otpauth://totp/short?secret=${base32(secretBytes(2, 10))}`;
    const { lines } = await preview(fileOf([linkOf('a', 1), short].join('\n')));
    expect(lines.map(({ kind }) => kind)).toEqual(['new', 'new']);
  });

  test('writes nothing, and no secret is in it', async () => {
    machine.beforeSet = () => {
      throw new Error('written');
    };
    const view = await preview(fileOf(samples['aegis']?.text ?? ''));
    expect(view.lines).toHaveLength(4);
    expect(JSON.stringify(view)).not.toContain(base32(plain.secret));
  });

  test('joins an export whose codes are in several files, and says which are missing', async () => {
    const codeOf = (index: number): ChosenFile =>
      fileOf(
        exportUri([{ secret: secretBytes(index), name: `a${index}` }], { size: 4, index, id: 9 }),
      );
    const { lines, missing } = await preview(codeOf(2), codeOf(0));
    expect(lines.map(({ label }) => label)).toEqual(['a0', 'a2']);
    expect(missing).toEqual([{ size: 4, numbers: [2, 4] }]);
  });

  test('refuses a name of an export that could deceive, shows where, and loses no other account', async () => {
    const names = ['a\u{202E}b', 'a'.repeat(200), 'maria'];
    const accounts = names.map((name, at) => ({ secret: secretBytes(at), name }));
    const { lines } = await preview(fileOf(exportUri(accounts)));
    expect(lines.map(({ kind, code }) => code ?? kind)).toEqual([
      'label-forbidden-character',
      'label-too-long',
      'new',
    ]);
    expect(lines[0]?.label).toBe('a\u{FFFD}b');
  });

  test('asks for the password of the file that needs one, and reads the others all the same', async () => {
    const locked = aegisVault(aegisDatabase, PASSWORD);
    const { files } = await preview(fileOf(linkOf('a', 1)), fileOf(locked), fileOf('hello'));
    expect(files).toEqual([
      { kind: 'read', app: 'otpauth' },
      { kind: 'needs-password', app: 'Aegis' },
      { kind: 'refused', reason: 'unknown-format' },
    ]);
    const wrong = await preview(fileOf(locked, 'wrong'));
    expect(wrong.files).toEqual([{ kind: 'wrong-password', app: 'Aegis' }]);
    const right = await preview(fileOf(locked, PASSWORD));
    expect(right.lines.map(({ kind }) => kind)).toEqual(['new', 'new', 'new', 'new']);
  });

  test('needs an open vault', async () => {
    await vault.lock();
    await expect(preview(fileOf(linkOf('a', 1)))).rejects.toMatchObject({ code: 'vault-locked' });
  });
});

describe('saving', () => {
  const files = [fileOf([linkOf('a', 1), linkOf('b', 2), linkOf('c', 3), 'hello'].join('\n'))];

  test('takes the chosen lines alone, with the codes of their own secrets, in one write', async () => {
    let writes = 0;
    machine.beforeSet = () => void (writes += 1);
    const { ids } = await add(files, [0, 2, 3, 99]);
    expect(await labels()).toEqual(['a', 'c']);
    expect(writes).toBe(1);
    const [first] = await vault.codes(ids, 59_000);
    const other = new Vault(newMachine().ports);
    await other.create({ passphrase: 'correct horse battery staple lamp' });
    const alone = await other.add(
      { ...plain, secret: secretBytes(1) },
      { status: 'confirmed', sites: [] },
    );
    expect(first?.code?.digits).toBe((await other.codeAt(alone.id, 59_000)).digits);
  });

  test('saves all or nothing', async () => {
    machine.beforeSet = () => {
      throw new Error('the disk is full');
    };
    await expect(add(files, [0, 1])).rejects.toThrow();
    machine.beforeSet = () => undefined;
    expect(await labels()).toEqual([]);
  });

  test('is undone as a whole, in one write', async () => {
    await add([fileOf(linkOf('before', 9))], [0]);
    const saved = await add(files, [0, 1, 2]);
    let writes = 0;
    machine.beforeSet = () => void (writes += 1);
    await handlers.importUndo(saved);
    expect(writes).toBe(1);
    expect(await labels()).toEqual(['before']);
    expect(await vault.accounts('binned')).toHaveLength(3);
    // What lies in the bin is no duplicate: it can be imported once more.
    const { lines } = await preview(...files);
    expect(lines.filter(({ kind }) => kind === 'new')).toHaveLength(3);
  });

  test('replaces the saved account of the same name where the user says so, and undoes it', async () => {
    await add([fileOf(linkOf('a', 9))], [0]);
    const [old] = await vault.accounts('live');
    const both = await add([fileOf(linkOf('a', 8))], [0]);
    expect(both).toMatchObject({ replacedIds: [] });
    await handlers.importUndo(both);
    const saved = await add(files, [{ index: 0, duplicate: 'replace' }, 1]);
    expect(saved.replacedIds).toEqual([old?.id]);
    expect(await labels()).toEqual(['a', 'b']);
    let writes = 0;
    machine.beforeSet = () => void (writes += 1);
    await handlers.importUndo(saved);
    expect(writes).toBe(1);
    expect((await vault.accounts('live')).map(({ id }) => id)).toEqual([old?.id]);
  });

  test('replaces nothing for a line that no saved account shares its name with', async () => {
    const saved = await add(files, [{ index: 0, duplicate: 'replace' }]);
    expect(saved).toMatchObject({ replacedIds: [] });
  });

  test('asks of six digits of Steam what they are, and saves what the user says', async () => {
    const steam = fileOf(linkOf('gamer', 5).replaceAll('Acme', 'Steam'));
    const { lines } = await preview(steam);
    expect(lines).toMatchObject([{ kind: 'new', maybeSteam: { digits: 6 } }]);
    await add([steam], [{ index: 0, type: 'steam' }]);
    expect(await vault.accounts('live')).toMatchObject([{ type: 'steam', digits: 5 }]);
    expect((await preview(steam)).lines).toMatchObject([{ kind: 'there' }]);
    // Nothing else becomes Steam's, whoever asks for it.
    await add([fileOf(linkOf('a', 6))], [{ index: 0, type: 'steam' }]);
    expect((await vault.accounts('live'))[1]).toMatchObject({ type: 'totp', digits: 6 });
  });

  test('takes a thousand accounts at once', async () => {
    const list = Array.from({ length: 1000 }, (_link, at) => linkOf(`a${at}`, at)).join('\n');
    const chosen = Array.from({ length: 1000 }, (_index, at) => at);
    const { lines } = await preview(fileOf(list));
    const expected = chosen.map((index) => ({ kind: 'new', label: `a${index}`, line: index + 1 }));
    expect(lines).toMatchObject(expected);
    const { ids } = await add([fileOf(list)], chosen);
    expect(new Set(ids).size).toBe(1000);
    expect(await labels()).toEqual(chosen.map((index) => `a${index}`));
  });
});

test.each([
  ['files', [0], 'to-delete'],
  ['files', [], undefined],
  ['scans', [0], undefined],
] as const)('of %s, %j of which were saved, the files left are %s', async (from, chosen, left) => {
  await add([fileOf(linkOf('left', 71))], chosen, from);
  expect((await vault.notes()).files).toBe(left);
});
