import { describe, expect, test } from 'vitest';
import { accountsOf, four, read, refusalsOf } from './accounts.ts';
import { aegisDatabase, bitwardenPlain, extensionRecords } from './sample-records.ts';
import { extensionV1, extensionV2, extensionV3, withDamagedRecord } from './sealed-extension.ts';
import { aegisVault, bitwardenExport } from './sealing.ts';

const PASSWORD = 'correct hörse';

describe('one damaged record of Authenticator-Extension', () => {
  test.each([
    ['version 1', extensionV1(extensionRecords, PASSWORD), 'maria@example.com'],
    ['version 2', extensionV2(extensionRecords, PASSWORD), 'maria@example.com'],
    // Its names are in what does not open.
    ['version 3', extensionV3(extensionRecords, PASSWORD), ''],
  ])('is named, and the others are read: %s', async (_version, content, label) => {
    const damaged = withDamagedRecord(content, 0);
    expect(await accountsOf(damaged, PASSWORD)).toEqual(four.slice(1));
    expect(await refusalsOf(damaged, PASSWORD)).toMatchObject([{ reason: 'damaged', label }]);
    expect(await read(damaged, 'wrong')).toMatchObject({ kind: 'wrong-password' });
  });

  test('is no reason to call the right password of version 2 wrong, even where none opens', async () => {
    const records = extensionRecords.slice(0, 1);
    const damaged = withDamagedRecord(extensionV2(records, PASSWORD), 0);
    expect(await refusalsOf(damaged, PASSWORD)).toMatchObject([{ reason: 'damaged' }]);
  });
});

type Keys = Record<string, { dataType?: string; salt?: string; hash?: string }>;

/** A file with its records changed. */
function changedKeys(content: string, change: (json: Keys) => void): string {
  const json = JSON.parse(content) as Keys;
  change(json);
  return JSON.stringify(json);
}

describe('keys of Authenticator-Extension 3', () => {
  const content = extensionV3(extensionRecords, PASSWORD);
  const bad = (change: object) =>
    changedKeys(content, (json) => {
      const good = Object.values(json).find(({ dataType }) => dataType === 'Key');
      json['bad'] = { ...good, ...change };
    });

  test.each([
    ['without a hash', bad({ id: 'bad', hash: '' })],
    ['with a salt that is too short', bad({ id: 'bad', salt: 'a' })],
    [
      'that costs too much',
      bad({
        id: 'bad',
        hash: `$argon2id$v=19$m=9999999,t=9,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`,
      }),
    ],
  ])('a bad one, %s, does not refuse the file', async (_what, damaged) => {
    expect(await read(damaged)).toMatchObject({ kind: 'needs-password' });
    expect(await accountsOf(damaged, PASSWORD)).toEqual(four);
  });

  test.each([
    [
      'no key at all',
      'damaged',
      (json: Keys) => {
        delete json['11111111-1111-4111-8111-111111111111'];
      },
    ],
    [
      'no whole key',
      'damaged',
      (json: Keys) => {
        for (const key of Object.values(json)) if (key.dataType === 'Key') key.salt = '';
      },
    ],
  ])('%s is said before the password is asked for', async (_what, reason, change) => {
    const damaged = changedKeys(content, change);
    expect(await read(damaged)).toMatchObject({ kind: 'refused', reason });
  });
});

describe('slots of Aegis', () => {
  const vault = JSON.parse(aegisVault(aegisDatabase, PASSWORD)) as { header: { slots: object[] } };
  const { header } = vault;
  const more = (...slots: readonly object[]) =>
    JSON.stringify({
      ...vault,
      header: {
        ...header,
        slots: [...slots.map((slot) => ({ ...header.slots.at(-1), ...slot })), ...header.slots],
      },
    });

  test.each([
    ['damaged', { key: 'z' }],
    ['without a cost', { n: null }],
    ['with a cost that no real one has', { n: 2 ** 30 }],
  ])('one that is %s is passed over', async (_what, slot) => {
    expect(await accountsOf(more(slot), PASSWORD)).toEqual(four);
  });

  test.each([
    ['one that costs too much', aegisVault(aegisDatabase, PASSWORD, { n: 2 ** 30 })],
    [
      'those that cost too much together',
      more(...Array.from({ length: 4 }, () => ({ n: 2 ** 18 }))),
    ],
  ])('%s are refused before the password is asked for', async (_what, content) => {
    expect(await read(content)).toMatchObject({ kind: 'refused', reason: 'kdf-out-of-range' });
  });
});

test.each([
  ['iterations', { kdfType: 0, kdfIterations: 1e9 }, 'kdf-out-of-range'],
  ['kind of derivation', { kdfType: 7, kdfIterations: 10 }, 'unsupported-version'],
] as const)(
  'Bitwarden: its %s are refused before the password is asked for',
  async (_what, kdf, reason) => {
    const export_ = bitwardenExport(bitwardenPlain, PASSWORD, { kdfType: 0, kdfIterations: 10 });
    const content = JSON.stringify({ ...(JSON.parse(export_) as object), ...kdf });
    expect(await read(content)).toMatchObject({ kind: 'refused', reason });
  },
);

test('Authenticator-Extension 2: its cost is refused before the password is asked for', async () => {
  const content = extensionV2(extensionRecords, PASSWORD).replace('m=64,t=1', 'm=64,t=999999999');
  expect(await read(content)).toMatchObject({ kind: 'refused', reason: 'kdf-out-of-range' });
});

test.each([
  { version: 3, accounts: [], folders: [] },
  { deviceId: 'x', version: 3, accounts: [] },
])('an export of LastPass without accounts is said so: %o', async (json) => {
  expect(await read(JSON.stringify(json))).toMatchObject({
    reason: 'no-accounts',
    app: 'LastPass Authenticator',
  });
});
