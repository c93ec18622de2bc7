import { describe, expect, test } from 'vitest';
import { joinParts } from '../../../lib/formats/parse/join-parts.ts';
import type { ExportPart } from '../../../lib/formats/format.ts';
import { accountsOf, counted, plain, read, refusalsOf, secretBytes } from './accounts.ts';
import { exportPayload, exportUri } from './google.ts';

const acme = { secret: plain.secret, name: 'Acme:maria@example.com', issuer: 'Acme', type: 2 };

async function partsOf(text: string): Promise<readonly ExportPart[]> {
  const answer = await read(text);
  if (answer.kind !== 'read') throw new Error(JSON.stringify(answer));
  return answer.parts;
}

describe('one code', () => {
  test('gives what it says, and the defaults for what it leaves out', async () => {
    const uri = exportUri([
      acme,
      {
        secret: counted.secret,
        name: 'ann',
        issuer: 'Counter Co',
        algorithm: 3,
        digits: 1,
        type: 1,
        counter: 42n,
      },
      { secret: secretBytes(7, 5), name: 'encoding: äÄ', algorithm: 2, digits: 2 },
      { secret: secretBytes(8, 1), name: Buffer.from('Söhne', 'latin1'), issuer: '' },
    ]);
    expect(await accountsOf(uri)).toEqual([
      plain,
      counted,
      {
        ...plain,
        issuer: 'encoding',
        label: 'äÄ',
        secret: secretBytes(7, 5),
        algorithm: 'SHA-256',
        digits: 8,
      },
      { ...plain, issuer: '', label: 'Söhne', secret: secretBytes(8, 1) },
    ]);
  });

  test.each([
    ['with the issuer in the name alone', { name: 'Acme:maria', issuer: '' }, 'Acme', 'maria'],
    ['with the issuer twice', { name: 'acme: maria', issuer: 'Acme' }, 'Acme', 'maria'],
    ['with two issuers', { name: 'Other:maria', issuer: 'Acme' }, 'Acme', 'Other:maria'],
  ])('is named, %s', async (_how, names, issuer, label) => {
    expect(await accountsOf(exportUri([{ ...acme, ...names }]))).toMatchObject([{ issuer, label }]);
  });

  test('refuses by name what cannot be, and loses no other account by it', async () => {
    const uri = exportUri([
      { ...acme, algorithm: 4 },
      { ...acme, type: 3 },
      { ...acme, digits: 7 },
      { ...acme, secret: new Uint8Array() },
      { ...acme, secret: new Uint8Array(257) },
      { ...acme, type: 1, counter: -1n },
      acme,
    ]);
    expect(await accountsOf(uri)).toEqual([plain]);
    expect((await refusalsOf(uri)).map(({ reason, label }) => [reason, label])).toEqual(
      [
        'unsupported-algorithm',
        'unsupported-type',
        'unsupported-digits',
        'missing-secret',
        'invalid-secret',
        'invalid-counter',
      ].map((reason) => [reason, 'maria@example.com']),
    );
  });

  test.each([
    ['İş Bankası', 'İş Bankası:ali@example.com', 'ali@example.com'],
    ['Acme', 'ACME:maria', 'maria'],
    ['Acme', 'Acme Ltd:maria', 'Acme Ltd:maria'],
  ])('of %s does not repeat it in %s', async (issuer, name, label) => {
    expect(await accountsOf(exportUri([{ ...acme, issuer, name }]))).toMatchObject([
      { issuer, label },
    ]);
  });

  test.each([
    ['bare', (data: string) => data],
    ['with spaces for its plus signs', (data: string) => data.replaceAll('+', ' ')],
    [
      'as base64url',
      (data: string) => data.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
    ],
    ['with a word before it', (data: string) => data],
  ])('is read %s', async (how, change) => {
    // 0xfb and 0xff give '+' and '/' in base64.
    const secret = new Uint8Array(20).fill(0xfb).fill(0xff, 10);
    const data = change(exportPayload([{ ...acme, secret }]).toString('base64'));
    const prefix = how === 'with a word before it' ? 'QR-Code:' : '';
    expect(await accountsOf(`${prefix}otpauth-migration://offline?data=${data}`)).toEqual([
      { ...plain, secret },
    ]);
  });

  test.each([
    'otpauth-migration://offline?data=CjE',
    'otpauth-migration://offline',
    'otpauth-migration://offline?data=%%%',
  ])('%s is damaged', async (uri) => {
    expect(await refusalsOf(uri)).toMatchObject([{ reason: 'damaged', line: 1 }]);
  });

  test.each([
    ['at 76 characters, as mail does', 76, ''],
    ['in the middle, with a word after it', 40, '\nGitHub'],
  ])('is read when its text was broken over lines %s', async (_how, width, end) => {
    const accounts = [acme, { ...acme, secret: secretBytes(7), name: 'Acme:other' }];
    const lines = exportUri(accounts).match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
    expect(await accountsOf(`${lines.join('\r\n')}${end}`)).toEqual([
      plain,
      { ...plain, secret: secretBytes(7), label: 'other' },
    ]);
  });

  test('without an account is said so', async () => {
    expect(await refusalsOf(exportUri([]))).toMatchObject([{ reason: 'no-accounts', line: 1 }]);
  });
});

describe('an export in several codes', () => {
  const code = (index: number, size: number, ids: object = {}): string =>
    exportUri([{ ...acme, name: `a${index}`, secret: secretBytes(index) }], {
      size,
      index,
      ...ids,
    });

  test('says which codes are missing', async () => {
    const parts = await partsOf([code(4, 5, { id: -7 }), code(1, 5, { id: -7 })].join('\n'));
    const { entries, missing } = joinParts(parts);
    expect(missing).toEqual([{ size: 5, numbers: [1, 3, 4] }]);
    expect(entries).toMatchObject([{ account: { label: 'a1' } }, { account: { label: 'a4' } }]);
  });

  test('takes each code once, in its order, however it was scanned', async () => {
    const texts = [code(1, 2), code(0, 2), code(1, 2)];
    const { entries, missing } = joinParts(await partsOf(texts.join('\n')));
    expect(missing).toEqual([]);
    expect(entries).toMatchObject([{ account: { label: 'a0' } }, { account: { label: 'a1' } }]);
  });

  test.each([
    ['by their batch_id', { id: 1 }, { id: -2 }],
    [
      'by the text that newer apps write',
      { version: 2, textId: 'A'.repeat(19) },
      { version: 2, textId: 'B'.repeat(19) },
    ],
    ['by their size', {}, { size: 3 }],
  ])('keeps two exports apart %s', async (_how, one, other) => {
    const { missing, entries } = joinParts(
      await partsOf([code(0, 2, one), code(1, 2, other)].join('\n')),
    );
    expect(missing).toHaveLength(2);
    expect(entries).toHaveLength(2);
  });

  test.each([
    ['algorithm', { algorithm: 2 }],
    ['number of digits', { digits: 2 }],
    ['type', { type: 1, counter: 0n }],
    ['counter', { type: 1, counter: 7n }],
  ])('keeps two accounts of one name and secret that differ in their %s', async (what, change) => {
    const first = what === 'counter' ? { ...acme, type: 1, counter: 5n } : acme;
    const texts = [exportUri([first]), exportUri([{ ...first, ...change }])];
    const { entries } = joinParts(await partsOf(texts.join('\n')));
    expect(entries).toHaveLength(2);
  });

  test('loses nothing where two exports cannot be told apart', async () => {
    const again = exportUri([{ ...acme, name: 'other' }], { size: 2, index: 0 });
    const { entries } = joinParts(await partsOf([code(0, 2), again].join('\n')));
    expect(entries).toMatchObject([{ account: { label: 'a0' } }, { account: { label: 'other' } }]);
  });

  test('of 10,000 accounts comes over whole', async () => {
    const codes = Array.from({ length: 1000 }, (_code, index) =>
      exportUri(
        Array.from({ length: 10 }, (_account, at) => ({
          ...acme,
          name: `a${index * 10 + at}`,
          secret: secretBytes(index * 10 + at),
        })),
        { size: 1000, index, id: 12 },
      ),
    );
    const seen = codes.toReversed().filter((_code, at) => at !== 500);
    const { entries, missing } = joinParts(await partsOf(seen.join('\n')));
    expect(entries).toHaveLength(9990);
    expect(missing).toEqual([{ size: 1000, numbers: [500] }]);
  });

  test('is refused where a hundred thousand are missing: their list would fill the memory', async () => {
    const texts = (count: number, size: number): string =>
      Array.from({ length: count }, (_code, id) => code(0, size, { id: id + 1 })).join('\n');
    const { missing } = joinParts(await partsOf(texts(10, 9999)));
    expect(missing).toHaveLength(10);
    const many = await partsOf(texts(11, 9999));
    expect(() => joinParts(many)).toThrow('import-too-large');
    // Of whole ones there may be any number.
    const whole = Array.from({ length: 300 }, (_code, at) =>
      exportUri([{ ...acme, name: `a${at}` }], { size: 1, index: 0, id: at }),
    );
    expect(joinParts(await partsOf(whole.join('\n'))).entries).toHaveLength(300);
  });

  test.each([
    ['of two thousand million codes', { size: 2 ** 31 - 1, index: 0 }],
    ['whose number is beyond its size', { size: 2, index: 7 }],
    ['with a negative size', { size: -3, index: 0 }],
  ])('%s keeps its accounts and waits for nothing', async (_what, batch) => {
    const { entries, missing } = joinParts(await partsOf(exportUri([acme], batch)));
    expect(entries).toHaveLength(1);
    expect(missing).toEqual([]);
  });
});
