import { describe, expect, test } from 'vitest';
import { accountsOf, counted, four, plain, read, steamed, unusual } from './accounts.ts';
import {
  aegisDatabase,
  andotpEntries,
  bitwardenPlain,
  extensionRecords,
  otpauthText,
  protonPlain,
  raivoEntries,
  stratumBackup,
  twoFasServices,
} from './sample-records.ts';
import { extensionV1, extensionV2, extensionV3 } from './sealed-extension.ts';
import {
  aegisVault,
  andotpNew,
  andotpOld,
  bitwardenExport,
  enteExport,
  protonExport,
  stratumLegacy,
  stratumStrong,
  twoFasBackup,
} from './sealing.ts';
import { zip } from './zipping.ts';

const PASSWORD = 'correct hörse';
const raivoZip = zip([
  { name: 'raivo-otp-export.json', content: JSON.stringify(raivoEntries), password: PASSWORD },
  { name: 'raivo-otp-export.html', content: '<html></html>', password: PASSWORD },
]);

const sealed: readonly (readonly [string, string | Uint8Array, readonly unknown[]])[] = [
  ['Aegis', aegisVault(aegisDatabase, PASSWORD), four],
  ['2FAS', twoFasBackup(twoFasServices, PASSWORD), four],
  [
    'Bitwarden with PBKDF2',
    bitwardenExport(bitwardenPlain, PASSWORD, { kdfType: 0, kdfIterations: 5000 }),
    [plain, unusual, steamed],
  ],
  [
    'Bitwarden with Argon2id',
    bitwardenExport(bitwardenPlain, PASSWORD, {
      kdfType: 1,
      kdfIterations: 2,
      kdfMemory: 16,
      kdfParallelism: 4,
    }),
    [plain, unusual, steamed],
  ],
  ['Authenticator-Extension 1', extensionV1(extensionRecords, PASSWORD), four],
  ['Authenticator-Extension 2', extensionV2(extensionRecords, PASSWORD), four],
  ['Authenticator-Extension 3', extensionV3(extensionRecords, PASSWORD), four],
  ['Ente Auth', enteExport(otpauthText, PASSWORD), four],
  ['Proton Authenticator', protonExport(protonPlain, PASSWORD), [plain, steamed]],
  ['andOTP', andotpNew(JSON.stringify(andotpEntries), PASSWORD), four],
  ['andOTP of old', andotpOld(JSON.stringify(andotpEntries), PASSWORD), four],
  ['Stratum', stratumStrong(JSON.stringify(stratumBackup), PASSWORD), four],
  ['Stratum of old', stratumLegacy(JSON.stringify(stratumBackup), PASSWORD), four],
  ['Raivo', raivoZip, [plain, unusual, counted]],
];

describe.each(sealed)('%s', (_name, content, accounts) => {
  test('asks for a password, and for another when it is wrong', async () => {
    expect((await read(content)).kind).toBe('needs-password');
    expect((await read(content, '')).kind).toBe('needs-password');
    expect((await read(content, 'wrong')).kind).toBe('wrong-password');
  });

  test('gives every account as it is', async () => {
    expect(await accountsOf(content, PASSWORD)).toEqual(accounts);
  });
});

/** `content` with one field of its JSON, at any depth, changed. */
function withField(content: string, name: string, value: unknown): string {
  return JSON.stringify(
    JSON.parse(content, (key, old: unknown) => (key === name ? value : old)) as unknown,
  );
}

describe('damage is told from a wrong password', () => {
  test.each([
    ['a key that is not hexadecimal', { key: 'z'.repeat(64) }],
    ['a key that is too short', { key: 'ab' }],
    ['a salt that is too short', { salt: 'ab' }],
    ['a cost that is no number', { n: '1024' }],
  ])('Aegis: %s', async (_what, slot) => {
    const content = aegisVault(aegisDatabase, PASSWORD, slot);
    expect(await read(content, PASSWORD)).toMatchObject({ kind: 'refused', reason: 'damaged' });
  });

  test('Aegis: a database that its own key does not open', async () => {
    const other = JSON.parse(aegisVault(aegisDatabase, PASSWORD)) as { db: string };
    const content = withField(aegisVault(aegisDatabase, PASSWORD), 'db', other.db);
    expect(await read(content, 'wrong')).toMatchObject({ kind: 'wrong-password' });
    expect(await read(content, PASSWORD)).toMatchObject({ kind: 'refused', reason: 'damaged' });
  });

  test('2FAS: services that its own password does not open', async () => {
    const other = JSON.parse(twoFasBackup([], 'other')) as { servicesEncrypted: string };
    const content = withField(
      twoFasBackup(twoFasServices, PASSWORD),
      'servicesEncrypted',
      other.servicesEncrypted,
    );
    expect(await read(content, PASSWORD)).toMatchObject({ kind: 'refused', reason: 'damaged' });
    expect(await read(withField(content, 'servicesEncrypted', 'AAAA:AAAA'))).toMatchObject({
      reason: 'damaged',
    });
  });

  test('Bitwarden: data that its own password does not open', async () => {
    const kdf = { kdfType: 0, kdfIterations: 1000 } as const;
    const other = JSON.parse(bitwardenExport(bitwardenPlain, 'other', kdf)) as { data: string };
    const content = withField(bitwardenExport(bitwardenPlain, PASSWORD, kdf), 'data', other.data);
    expect(await read(content, PASSWORD)).toMatchObject({ kind: 'refused', reason: 'damaged' });
  });

  test('a truncated file of Stratum', async () => {
    const content = stratumStrong(JSON.stringify(stratumBackup), PASSWORD).subarray(0, 40);
    expect(await read(content, PASSWORD)).toMatchObject({ kind: 'refused', reason: 'damaged' });
  });
});

// The cheapest of these would take minutes: a test that ends has paid nothing.
describe('a cost beyond the bounds is refused before it is paid', () => {
  const kdf = { kdfType: 0, kdfIterations: 10 } as const;
  const bitwarden = bitwardenExport(bitwardenPlain, PASSWORD, kdf);
  const ente = enteExport(otpauthText, PASSWORD);
  const extension = extensionV2(extensionRecords, PASSWORD);
  test.each([
    ['Aegis, N', aegisVault(aegisDatabase, PASSWORD, { n: 2 ** 30 })],
    ['Aegis, N no power of two', aegisVault(aegisDatabase, PASSWORD, { n: 1000 })],
    ['Aegis, r', aegisVault(aegisDatabase, PASSWORD, { r: 1e9 })],
    ['Aegis, p', aegisVault(aegisDatabase, PASSWORD, { p: 1e9 })],
    ['Bitwarden, iterations', withField(bitwarden, 'kdfIterations', 1e9)],
    ['Ente, memory', withField(ente, 'memLimit', 2 ** 31)],
    ['Ente, passes', withField(ente, 'opsLimit', 1e6)],
    ['Authenticator-Extension', extension.replace('m=64,t=1', 'm=64,t=999999999')],
  ])('%s', async (_what, content) => {
    expect(await read(content, PASSWORD)).toMatchObject({
      kind: 'refused',
      reason: 'kdf-out-of-range',
    });
  });
});

test('a file that says what its key costs says so before the password, or is refused then', async () => {
  const ente = enteExport(otpauthText, PASSWORD);
  const strong = withField(ente, 'memLimit', 2 ** 30);
  expect(await read(strong)).toEqual({ kind: 'needs-password', app: 'Ente Auth', memoryMib: 1024 });
  const kdf = { kdfType: 1, kdfIterations: 3, kdfMemory: 64, kdfParallelism: 4 } as const;
  const bitwarden = bitwardenExport(bitwardenPlain, PASSWORD, kdf);
  expect(await read(bitwarden)).toMatchObject({ kind: 'needs-password', memoryMib: 64 });
  for (const content of [
    withField(ente, 'memLimit', 2 ** 31),
    withField(bitwarden, 'kdfMemory', 2048),
  ]) {
    expect(await read(content)).toMatchObject({ kind: 'refused', reason: 'kdf-out-of-range' });
  }
});

test('an account-bound export of Bitwarden asks for no password', async () => {
  const content = JSON.stringify({ encrypted: true, items: [{ login: { totp: '2.a|b|c' } }] });
  expect(await read(content)).toMatchObject({ kind: 'refused', reason: 'account-bound' });
});

test('an Aegis slot of an older password is tried, too', async () => {
  const vault = JSON.parse(aegisVault(aegisDatabase, PASSWORD)) as {
    header: { slots: object[] };
  };
  const other = JSON.parse(aegisVault(aegisDatabase, 'older')) as typeof vault;
  vault.header.slots.unshift(...other.header.slots);
  expect(await accountsOf(JSON.stringify(vault), PASSWORD)).toEqual(four);
});
