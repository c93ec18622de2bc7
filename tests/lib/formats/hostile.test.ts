import { expect, test } from 'vitest';
import { joinParts } from '../../../lib/formats/parse/join-parts.ts';
import { accountsOf, base32, four, plain, read, refusalsOf } from './accounts.ts';
import { exportUri } from './google.ts';
import { aegisDatabase, andotpEntries, otpauthText, twoFasServices } from './sample-records.ts';
import { samples } from './samples.ts';

const aegis = (database: unknown): string =>
  JSON.stringify({ version: 1, header: { slots: null, params: null }, db: database });

test.each([
  ['five million brackets', '['.repeat(5_000_000), 'damaged'],
  ['a JSON of forty levels', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, 'damaged'],
  ['two million values', `[{"a":1}${',0'.repeat(2_000_000)}]`, 'too-large'],
  ['twenty megabytes', 'x'.repeat(20_000_000), 'too-large'],
  ['300,000 lines', `${otpauthText}\n${'x\n'.repeat(300_000)}`, 'too-large'],
  ['200,000 rows', `name,password,totp\n${',,\n'.repeat(200_000)}`, 'too-large'],
])('%s are refused', async (_what, content, reason) => {
  expect(await read(content)).toMatchObject({ kind: 'refused', reason });
});

// Each of these once took, or would take, a matcher that tries characters twice for ever.
test.each([
  ['comments without an end', `# m${'# m'.repeat(300_000)}\r\nx`],
  ['padding that is none', `otpauth://totp/a?secret=A${'='.repeat(2_000_000)}A`],
  ['spaces behind base64', `${'A'.repeat(64)}${' '.repeat(5_000_000)}!`],
  ['empty lines', `${'\n'.repeat(5_000_000)}x`],
  ['parameters', `otpauth://totp/a?${'&'.repeat(5_000_000)}`],
  ['parts of 2FAS', JSON.stringify({ servicesEncrypted: ':'.repeat(5_000_000) })],
  [
    'lines that each may go on with the link before',
    `otpauth://totp/a?secret=AAAA${'\nAAAA\notpauth://totp/a?secret=AAAA'.repeat(30_000)}`,
  ],
  [
    'lines that each go on with the link before',
    `otpauth://totp/a?secret=AAAA${'\n&a=b'.repeat(50_000)}`,
  ],
  [
    'codes of an export that each go on',
    `otpauth-migration://offline?data=${'AAAA\n'.repeat(39)}`.repeat(4000),
  ],
  [
    'a text in two encodings',
    Buffer.concat(Array.from({ length: 200_000 }, () => Buffer.from('e9c3a961616161', 'hex'))),
  ],
  [
    'a text in Windows-1252',
    Buffer.from(`otpauth://totp/a?secret=A&issuer=${'aé'.repeat(1_000_000)}`, 'latin1'),
  ],
  [
    'codes that all are the first of one export',
    Array.from({ length: 3000 }, (_code, at) =>
      exportUri([{ secret: plain.secret, name: `a${at}` }], { size: 2 }),
    ).join('\n'),
  ],
])('%s cost no more than their length', async (_what, content) => {
  const answer = await read(content);
  if (answer.kind === 'read') joinParts(answer.parts);
  expect(answer.kind).toMatch(/^(?:read|refused)$/u);
});

test('text in a JSON may hold any number of brackets', async () => {
  const entries = aegisDatabase.entries.map((entry) => ({ ...entry, note: '[{"'.repeat(10_000) }));
  expect(await accountsOf(aegis({ ...aegisDatabase, entries }))).toEqual(four);
});

test('10,000 accounts come over whole', async () => {
  const entries = Array.from({ length: 10_000 }, (_entry, at) => ({
    ...andotpEntries[0],
    label: `account ${at}`,
  }));
  const accounts = await accountsOf(JSON.stringify(entries));
  expect(accounts).toHaveLength(10_000);
  expect(accounts[9_999]).toEqual({ ...plain, label: 'account 9999' });
});

test('no field of a prototype is taken for one of the file', async () => {
  const hostile = `{"version":1,"header":{"slots":null},"db":{"version":3,"entries":[
    {"type":"totp","name":"a","__proto__":{"issuer":"polluted"},"info":{"__proto__":{"secret":"AAAA"}}},
    {"type":"constructor","name":"toString","info":{"secret":"AAAA"}}]}}`;
  expect(await refusalsOf(hostile)).toMatchObject([
    { reason: 'missing-secret', issuer: '', label: 'a' },
    { reason: 'unsupported-type', label: 'toString' },
  ]);
  expect({}).not.toHaveProperty('issuer');
});

test.each(['', 1, true, [], [[]], 'text', { info: 1 }, { info: null }, { type: [], info: {} }])(
  'an entry that is %j fails alone',
  async (entry) => {
    const database = { ...aegisDatabase, entries: [entry, ...aegisDatabase.entries] };
    expect(await accountsOf(aegis(database))).toEqual(four);
    expect(await refusalsOf(aegis(database))).toHaveLength(1);
  },
);

test('fields that are absent or null mean the defaults, in every format that leaves them out', async () => {
  const services = twoFasServices.slice(0, 1).map((service) => ({
    ...service,
    otp: { ...service.otp, digits: null, period: null, algorithm: null, tokenType: undefined },
  }));
  expect(await accountsOf(JSON.stringify({ services, schemaVersion: 1 }))).toEqual([plain]);
});

test.each([
  [1, {}, { account: plain.label, issuer: plain.issuer, label: '' }],
  [2, { type: 'TOTP' }, { account: plain.label, issuer: plain.issuer, digits: 6, period: 30 }],
  [3, {}, { label: `${plain.issuer}:${plain.label}`, tokenType: 'TOTP', algorithm: 'SHA1' }],
  [4, {}, { account: plain.label, tokenType: 'TOTP', source: 'Manual', counter: 0 }],
])('2FAS wrote its schema %i so', async (schemaVersion, outside, otp) => {
  const service = { name: plain.issuer, secret: base32(plain.secret), ...outside, otp };
  expect(await accountsOf(JSON.stringify({ services: [service], schemaVersion }))).toEqual([plain]);
});

test('of a Steam account an app may write any period and algorithm: its codes know one key', async () => {
  const [entry] = andotpEntries;
  const steam = { ...entry, type: 'STEAM', period: 40, algorithm: 'SHA256', digits: 5 };
  expect(await accountsOf(JSON.stringify([steam]))).toMatchObject([
    { type: 'steam', periodSeconds: 30, algorithm: 'SHA-1', digits: 5 },
  ]);
});

test('the fields of 2FAS win over its link, whose names fill what they leave open', async () => {
  const link = `otpauth://totp/Old:old@example.com?secret=AAAAAAAA&issuer=Old&digits=8`;
  const service = {
    name: 'Acme',
    secret: base32(plain.secret),
    otp: { link, issuer: 'Acme', account: '', label: '' },
  };
  expect(await accountsOf(JSON.stringify({ services: [service] }))).toEqual([
    { ...plain, label: 'old@example.com' },
  ]);
});

test.each([
  ['its issuer', { issuer: 'Acme' }, 'Acme'],
  ['without one by its name', {}, 'Acme at work'],
])('a service of 2FAS is called by %s', async (_what, otp, issuer) => {
  const service = { name: 'Acme at work', secret: base32(plain.secret), otp };
  const content = JSON.stringify({ services: [service] });
  expect(await accountsOf(content)).toMatchObject([{ issuer }]);
});

test.each([
  ['Deno - Mason', '', 'Deno', 'Mason'],
  ['Deno:Mason', '', 'Deno', 'Mason'],
  [':Mason', '', '', 'Mason'],
  ['Deno - Deno:Mason', 'Deno', 'Deno', 'Deno:Mason'],
  ['Mason', 'Deno', 'Deno', 'Mason'],
])('andOTP: the label %j of the issuer %j', async (label, issuer, issuerRead, labelRead) => {
  const content = JSON.stringify([{ ...andotpEntries[0], label, issuer }]);
  expect(await accountsOf(content)).toMatchObject([{ issuer: issuerRead, label: labelRead }]);
});

test('a text in UTF-16, as spreadsheets save it, is read', async () => {
  const text = `\uFEFF${samples['passwordCsv']?.text.replaceAll(',', '\t')}`;
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  expect(await accountsOf(little)).toEqual(samples['passwordCsv']?.accounts);
  expect(await accountsOf(big)).toEqual(samples['passwordCsv']?.accounts);
});

test('Bitwarden Authenticator writes rows of three cells more than its header', async () => {
  const content = [
    'folder,favorite,type,name,login_uri,login_totp',
    `,,1,Acme,,otpauth://totp/Acme:maria%40example.com?secret=${base32(plain.secret)}&issuer=Acme,Acme,30,6`,
  ].join('\n');
  expect(await accountsOf(content)).toEqual([plain]);
});
