import { describe, expect, test } from 'vitest';
import { VAULT_ACCOUNTS_MAX } from '../../../../lib/limits.ts';
import { backupText, parseBackup } from '../../../../lib/vault/format/backup-file.ts';
import type { Vault } from '../../../../lib/vault/vault.ts';
import { ALICE, BOB, byCode, foreign, SECRET } from '../backup/backup-samples.ts';
import { writeBackup } from '../independent-writer.ts';
import { START_MS } from '../memory-ports.ts';
import { openMachine, PASSPHRASE } from '../samples.ts';

interface Json {
  [name: string]: unknown;
  records: Record<string, string>;
}
function edited(text: string, edit: (file: Json) => void): string {
  const file = JSON.parse(text) as Json;
  edit(file);
  return JSON.stringify(file);
}
/** One flipped bit in base64 under a name in a JSON text. */
function flipped(text: string, name: string): string {
  const value = JSON.parse(text) as Record<string, string>;
  const bytes = Buffer.from(value[name] ?? '', 'base64');
  bytes[20] = (bytes[20] ?? 0) ^ 4;
  return JSON.stringify({ ...value, [name]: bytes.toString('base64') });
}

describe('a file that is not as it was written', () => {
  const { text, recoveryCode } = foreign([ALICE, BOB]);
  const [first = '', second = ''] = Object.keys((JSON.parse(text) as Json).records);
  const secret = byCode(recoveryCode);
  async function previewed(file: string) {
    const { vault } = await openMachine(0);
    return vault.backup.preview(file, secret);
  }
  const UNREADABLE = { code: 'account-unreadable', issuer: '', label: '' };

  test.each<[string, string]>([
    [
      'has a flipped bit in one record',
      edited(text, ({ records }) => {
        records[first] = flipped(records[first] ?? '', 'sealed');
      }),
    ],
    [
      'lacks one record',
      edited(text, ({ records }) => {
        delete records[first];
      }),
    ],
    [
      'has another record in the place of one',
      edited(text, ({ records }) => {
        records[first] = records[second] ?? '';
      }),
    ],
  ])('and %s names that one as refused, and brings the other', async (_name, file) => {
    expect(await previewed(file)).toMatchObject({
      lines: [{ label: BOB.label }],
      refused: [UNREADABLE],
    });
  });

  test('with two records swapped brings neither', async () => {
    const swapped = edited(text, ({ records }) => {
      [records[first], records[second]] = [records[second] ?? '', records[first] ?? ''];
    });
    expect(await previewed(swapped)).toMatchObject({
      lines: [],
      refused: [UNREADABLE, UNREADABLE],
    });
  });

  test('does not take in a record that its contents do not name', async () => {
    const strange = edited(text, ({ records }) => {
      records['AAAAAAAAAAAAAAAAAAAAAA'] = records[first] ?? '';
    });
    expect(await previewed(strange)).toMatchObject({ lines: [{}, {}], refused: [] });
  });

  test.each<[string, string, string]>([
    ['is cut off', text.slice(0, -40), 'backup-damaged'],
    ['has another time', edited(text, (file) => (file['madeMs'] = START_MS + 1)), 'backup-damaged'],
    ['has no contents', edited(text, (file) => (file['contents'] = '')), 'backup-damaged'],
    ['has no head', edited(text, (file) => (file['head'] = '{}')), 'backup-damaged'],
    [
      'has no records',
      edited(text, (file) => Reflect.deleteProperty(file, 'records')),
      'backup-damaged',
    ],
    [
      'has a flipped bit in every way in',
      edited(
        text,
        (file) =>
          (file['head'] = String(file['head'])
            .replaceAll('"wrapped":"A', '"wrapped":"B')
            .replaceAll(/"commit":"./g, '"commit":"_')),
      ),
      'backup-damaged',
    ],
    [
      'is of a newer Nightlatch',
      edited(text, (file) => (file['version'] = 2)),
      'backup-newer-version',
    ],
    ['is another kind of file', '{"services":[],"schemaVersion":4}', 'backup-unknown'],
    ['is no JSON', 'otpauth://totp/x?secret=AAAA', 'backup-unknown'],
    ['is empty', '', 'backup-unknown'],
    ['is a vault', '{"format":"nightlatch-vault","version":1}', 'backup-unknown'],
    ['is a list', '[1,2,3]', 'backup-unknown'],
  ])('%s: is refused by %s', async (_name, file, code) => {
    await expect(previewed(file)).rejects.toThrow(code);
  });

  test.each<[string, () => string, string]>([
    [
      '40 MB',
      () => `{"format":"nightlatch-backup","x":"${'a'.repeat(40_000_000)}"}`,
      'backup-too-large',
    ],
    ['five million arrays deep', () => '['.repeat(5_000_000), 'backup-unknown'],
    [
      'of ours and four million arrays deep',
      () => `{"format":"nightlatch-backup","x":${'['.repeat(4_000_000)}${']'.repeat(4_000_000)}}`,
      'backup-unknown',
    ],
    ['of a million entries', () => `[${'1,'.repeat(1_000_000)}1]`, 'backup-too-large'],
    ['of a million objects', () => `{"a":${'{},'.repeat(1_000_000)}}`, 'backup-too-large'],
    ['of a million escaped quotes', () => `{"a":"${'\\"'.repeat(1_000_000)}`, 'backup-unknown'],
  ])('%s is refused at once', async (_name, make, code) => {
    const file = make();
    const { vault } = await openMachine(0);
    const startMs = process.threadCpuUsage().user;
    await expect(vault.backup.preview(file, secret)).rejects.toThrow(code);
    expect((process.threadCpuUsage().user - startMs) / 1000).toBeLessThan(500);
  });

  test.each([
    { memoryKib: 4_194_304, iterations: 1000, parallelism: 1 },
    { memoryKib: 65_536, iterations: 1_000_000_000, parallelism: 1 },
    { memoryKib: 8, iterations: 1, parallelism: 1 },
  ])(
    'that asks for $memoryKib KiB and $iterations passes is refused before a single one',
    async (cost) => {
      const forged = edited(text, (file) => {
        file['head'] = writeBackupHead(cost);
      });
      const { vault } = await openMachine(0);
      const startMs = process.threadCpuUsage().user;
      await expect(vault.backup.preview(forged, SECRET)).rejects.toThrow('kdf-parameters-refused');
      expect((process.threadCpuUsage().user - startMs) / 1000).toBeLessThan(500);
    },
  );

  test('made by who knows the passphrase brings no field beyond the limits', async () => {
    const hostile = foreign([
      { ...ALICE, label: 'alice\u202e@example.com' },
      { ...ALICE, label: '\u034f'.repeat(100) },
      { ...ALICE, __proto__: { polluted: true }, constructor: { prototype: 1 } },
    ]);
    const { vault } = await openMachine(0);
    expect(await vault.backup.add(hostile.text, byCode(hostile.recoveryCode))).toMatchObject({
      lines: [{ label: ALICE.label }],
      refused: [
        { label: 'alice\ufffd@example.com', code: 'label-forbidden-character' },
        { code: 'label-too-long' },
      ],
    });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('with names of the prototype for records is only missing them', async () => {
    const strange = text.replace(`"${first}"`, '"__proto__"');
    expect(await previewed(strange)).toMatchObject({ refused: [UNREADABLE] });
  });
});

/** Head of a file whose passphrase slot says it costs this, with a right check: only the bounds refuse it. */
function writeBackupHead(cost: {
  readonly memoryKib: number;
  readonly iterations: number;
  readonly parallelism: number;
}): string {
  const { text } = writeBackup({
    seed: 'forged',
    passphrase: PASSPHRASE,
    madeMs: START_MS,
    accounts: [],
    cost,
  });
  return (JSON.parse(text) as { head: string }).head;
}

describe('wrong passphrases for a file', () => {
  async function wrong(vault: Vault, text: string) {
    return vault.backup.preview(text, { kind: 'passphrase', passphrase: 'not this one' });
  }

  test('are counted with those for the vault', async () => {
    const { vault } = await openMachine(0);
    const { text } = foreign([]);
    for (let count = 0; count < 5; count++) {
      expect(await wrong(vault, text)).toEqual({ kind: 'wrong' });
    }
    expect(await wrong(vault, text)).toMatchObject({ kind: 'delayed' });
  });

  test('are not forgiven for a file that opens', async () => {
    const { vault } = await openMachine(0);
    const { text, recoveryCode } = foreign([]);
    for (let count = 0; count < 4; count++) await wrong(vault, text);
    expect(await vault.backup.preview(text, SECRET)).toMatchObject({ kind: 'open' });
    expect(await vault.backup.preview(text, byCode(recoveryCode))).toMatchObject({ kind: 'open' });
    expect(await wrong(vault, text)).toEqual({ kind: 'wrong' });
    expect(await wrong(vault, text)).toMatchObject({ kind: 'delayed' });
  });
});

test('a backup of the largest vault, with long names, is not too large to be read', () => {
  // A record of an account with 100 characters of names takes less than these.
  const records = Array.from({ length: VAULT_ACCOUNTS_MAX }, (_record, at): [string, string] => [
    String(at).padStart(22, 'A'),
    JSON.stringify({ sealed: 'A'.repeat(1_200), format: 1, version: 1 }),
  ]);
  const file = { madeMs: 1, head: '{}', contents: new Uint8Array(16), records: new Map(records) };
  expect(parseBackup(backupText(file)).records.size).toBe(VAULT_ACCOUNTS_MAX);
});
