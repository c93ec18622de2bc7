import { describe, expect, test } from 'vitest';
import { accountsOf, base32, plain, read, refusalsOf, secretBytes } from './accounts.ts';

const SECRET = base32(plain.secret);
const one = async (uri: string) => (await accountsOf(uri))[0];

describe('what does not hang on the key is taken in every spelling', () => {
  test.each([
    ['a space for each plus of the secret', SECRET.replace(/^(.{4})/u, '$1+')],
    ['lower case', SECRET.toLowerCase()],
    ['dashes and padding', `${SECRET.slice(0, 8)}-${SECRET.slice(8)}%3D%3D`],
    ['a character that cannot be seen', `${SECRET.slice(0, 8)}%E2%80%8B${SECRET.slice(8)}`],
  ])('secret: %s', async (_what, secret) => {
    const uri = `otpauth://totp/Acme:maria@example.com?secret=${secret}&issuer=Acme`;
    expect(await one(uri)).toEqual(plain);
  });

  test.each(['sha1', 'SHA-1', 'HMACSHA1', 'Algorithm.sha1', 'null', ''])(
    'algorithm=%s is SHA-1',
    async (algorithm) => {
      const uri = `otpauth://totp/x?secret=${SECRET}&algorithm=${algorithm}&digits=null&period=`;
      expect(await one(uri)).toMatchObject({ algorithm: 'SHA-1', digits: 6, periodSeconds: 30 });
    },
  );

  test.each([
    ['Acme%3Amaria', 'Acme', 'Acme', 'maria'],
    ['Acme:%20maria', 'Acme', 'Acme', 'maria'],
    ['Acme:maria', '', 'Acme', 'maria'],
    ['My%3AShop:maria', '', 'My:Shop', 'maria'],
    ['My%3AShop:maria', 'My%3AShop', 'My:Shop', 'maria'],
    ['Org:maria', 'Microsoft', 'Microsoft', 'Org:maria'],
    [':maria', '', '', 'maria'],
    ['Acme:', 'Acme', 'Acme', ''],
    ['', 'Acme', 'Acme', ''],
    ['maria', 'null', '', 'maria'],
    ['maria#EXT#@acme.example', 'Acme', 'Acme', 'maria#EXT#@acme.example'],
    ['why? me', 'Acme', 'Acme', 'why? me'],
    ['100%ZZ', 'A%20%', 'A %', '100%ZZ'],
    ['S%F6hne', '', '', 'Söhne'],
    ['m+s@example.com', 'A+B', 'A B', 'm+s@example.com'],
  ])('label %s with issuer %s', async (path, parameter, issuer, label) => {
    const uri = `otpauth://totp/${path}?secret=${SECRET}&issuer=${parameter}`;
    expect(await one(uri)).toMatchObject({ issuer, label });
  });

  test('issuer without a value, and links out of HTML', async () => {
    const uri = `otpauth://totp/maria?issuer&amp;secret=${SECRET}&amp;digits=8`;
    expect(await one(uri)).toMatchObject({ issuer: '', label: 'maria', digits: 8 });
  });

  test.each([
    [`otpauth://totp/Steam:gabe?secret=${SECRET}&issuer=Steam&digits=5`],
    [`otpauth://totp/Valve:gabe?secret=${SECRET}&encoder=steam`],
    [`otpauth://steam/Steam:gabe?secret=${SECRET}&digits=6`],
    [`steam://${SECRET.toLowerCase()}`],
  ])('%s is Steam', async (uri) => {
    expect(await one(uri)).toMatchObject({ type: 'steam', digits: 5, secret: plain.secret });
  });

  test.each([1, 2, 5, 7, 64, 256])('a secret of %i bytes is kept whole', async (length) => {
    const secret = secretBytes(9, length);
    expect(await one(`otpauth://totp/x?secret=${base32(secret)}`)).toMatchObject({ secret });
  });

  test('bits behind the last whole byte are dropped, whatever the number of letters', async () => {
    expect(await one('otpauth://totp/x?secret=MZXW6YT77')).toMatchObject({
      secret: Uint8Array.from(Buffer.from('foob?')).with(4, 0x7f),
    });
  });
});

describe('what the codes hang on is kept or refused, never changed', () => {
  test.each([
    ['digits=9', { digits: 9 }],
    ['digits=10', { digits: 10 }],
    ['period=4', { periodSeconds: 4 }],
    ['period=999', { periodSeconds: 999 }],
    ['period=86400', { periodSeconds: 86_400 }],
  ])('%s', async (parameter, fields) => {
    expect(await one(`otpauth://totp/x?secret=${SECRET}&${parameter}`)).toMatchObject(fields);
  });

  test.each([
    ['otpauth://totp/A:x?secret=', 'missing-secret'],
    ['otpauth://totp/A:x?issuer=A', 'missing-secret'],
    ['otpauth://totp/A:x?secret=ABC18', 'invalid-secret'],
    ['otpauth://totp/A:x?secret=A', 'invalid-secret'],
    [`otpauth://totp/A:x?secret=${'A'.repeat(420)}`, 'invalid-secret'],
    [`otpauth://totp/A:x?secret=${SECRET}&secret=${SECRET}A7`, 'damaged'],
    [`otpauth://totp/A:x?secret=${SECRET}&algorithm=MD5`, 'unsupported-algorithm'],
    [`otpauth://totp/A:x?secret=${SECRET}&algorithm=SHA224`, 'unsupported-algorithm'],
    [`otpauth://totp/A:x?secret=${SECRET}&digits=0`, 'invalid-digits'],
    [`otpauth://totp/A:x?secret=${SECRET}&digits=six`, 'invalid-digits'],
    [`otpauth://totp/A:x?secret=${SECRET}&digits=4`, 'unsupported-digits'],
    [`otpauth://totp/A:x?secret=${SECRET}&digits=11`, 'unsupported-digits'],
    [`otpauth://totp/A:x?secret=${SECRET}&period=0`, 'invalid-period'],
    [`otpauth://totp/A:x?secret=${SECRET}&period=-30`, 'invalid-period'],
    [`otpauth://totp/A:x?secret=${SECRET}&period=86401`, 'invalid-period'],
    [`otpauth://hotp/A:x?secret=${SECRET}&counter=-1`, 'invalid-counter'],
    [`otpauth://hotp/A:x?secret=${SECRET}&counter=9223372036854775808`, 'invalid-counter'],
    [`otpauth://yaotp/A:x?secret=${SECRET}`, 'unsupported-type'],
    [`otpauth://totp/A:x?secret=${SECRET}&2step_k=1`, 'unsupported-type'],
    [`otpauth://totp/A:x?secret=${SECRET}&encoder=hex`, 'unsupported-type'],
    ['motp://A:x?secret=0123456789abcdef', 'unsupported-type'],
  ])('%s', async (uri, reason) => {
    const names = { issuer: 'A', label: 'x', line: 1 };
    expect(await refusalsOf(uri)).toEqual([{ kind: undefined, reason, ...names }]);
  });
});

describe('a list', () => {
  test('names every line that is no link, and passes over comments', async () => {
    const list = `\uFEFF# a comment\n\n- otpauth://totp/a?secret=${SECRET}\nhello\n"otpauth://totp/b?secret=${SECRET}"`;
    expect((await accountsOf(list)).map(({ label }) => label)).toEqual(['a', 'b']);
    expect(await refusalsOf(list)).toEqual([
      { kind: undefined, reason: 'not-otpauth', issuer: '', label: '', line: 4 },
    ]);
  });

  test('takes links parted by commas, as older files of Ente have them', async () => {
    const list = `otpauth://totp/a,b?secret=${SECRET},otpauth://totp/c?secret=${SECRET}`;
    expect((await accountsOf(list)).map(({ label }) => label)).toEqual(['a,b', 'c']);
  });

  test('says which accounts their owner had thrown away', async () => {
    const display = encodeURIComponent(JSON.stringify({ pinned: false, trashed: true }));
    const answer = await read(`otpauth://totp/a?secret=${SECRET}&codeDisplay=${display}`);
    expect(answer).toMatchObject({ entries: [{ kind: 'account', trashed: true }] });
  });

  test('never shows a secret in a refusal, or a character that hides in a name', async () => {
    const uri = `otpauth://totp/A:x%E2%80%AE${'y'.repeat(500)}?secret=${SECRET}&digits=99`;
    const [refusal] = await refusalsOf(uri);
    expect(JSON.stringify(refusal)).not.toContain(SECRET);
    expect(refusal?.label).toMatch(/^x\u{FFFD}y{126}$/u);
  });
});

describe('a link that was broken over two lines', () => {
  const start = 'otpauth://totp/Acme:maria?issuer=Acme';

  test.each([
    ['its secret', `${start}&secret=JBSWY3DP\r\nEHPK3PXP`],
    ['its secret in lower case', `${start}&secret=jbswy3dp\nehpk3pxp`],
    ['its secret, twice', `${start}&secret=JBSWY3DP\nEHPK3PXP\nJBSWY3DP`],
    ['its period', `${start}&secret=JBSWY3DP&period=3\n0`],
  ])('in %s is refused by name, and never listed cut off', async (_where, link) => {
    const text = `${link}\notpauth://totp/next?secret=${SECRET}`;
    expect(await accountsOf(text)).toMatchObject([{ label: 'next' }]);
    expect(await refusalsOf(text)).toMatchObject([
      { issuer: 'Acme', label: 'maria', reason: 'damaged', line: 1 },
    ]);
  });

  test.each([
    [
      'its secret, with more behind it',
      `${start}&secret=${SECRET.slice(0, 9)}\n${SECRET.slice(9)}&digits=8`,
    ],
    ['before a parameter', `${start}&secret=${SECRET}\r\n&digits=8`],
    ['before an escape', `otpauth://totp/Acme\n%3Amaria?secret=${SECRET}&digits=8`],
    ['its name', `otpauth://totp/Acme:ma\nria?secret=${SECRET}&digits=8`],
  ])('in %s is joined: what follows can be nothing else', async (_where, link) => {
    expect(await accountsOf(link)).toMatchObject([
      { issuer: 'Acme', label: 'maria', digits: 8, secret: plain.secret },
    ]);
    expect(await refusalsOf(link)).toEqual([]);
  });

  test.each(['GitHub', 'github', 'My bank', '# JBSWY3DP', '12345'])(
    'is not thought of where %j follows',
    async (caption) => {
      const text = `otpauth://totp/x?secret=${SECRET}\n${caption}`;
      expect(await accountsOf(text)).toMatchObject([{ secret: plain.secret }]);
    },
  );
});

test('a period of 0 in a file is refused: nobody looks at each of its accounts before saving', async () => {
  const uri = `otpauth://totp/x?secret=${SECRET}&period=0`;
  expect(await refusalsOf(uri)).toMatchObject([{ label: 'x', reason: 'invalid-period' }]);
});

test('two issuers in one link are refused, as in a QR code', async () => {
  const uri = `otpauth://totp/maria?secret=${SECRET}&issuer=A&issuer=B`;
  expect(await accountsOf(uri)).toEqual([]);
  expect(await refusalsOf(uri)).toMatchObject([{ label: 'maria', reason: 'damaged', line: 1 }]);
});

describe('a text in Windows-1252', () => {
  const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

  test('is read, as a list and as a table', async () => {
    const list = latin1(`otpauth://totp/S\u00f6hne:ann\u00e9?secret=${SECRET}`);
    expect(await accountsOf(list)).toMatchObject([{ issuer: 'Söhne', label: 'anné' }]);
    const table = latin1(`name,username,password,totp\nS\u00f6hne,ann\u00e9,x,${SECRET}`);
    expect(await accountsOf(table)).toMatchObject([{ issuer: 'Söhne', label: 'anné' }]);
  });

  test('may hold lines in UTF-8 as well', async () => {
    const link = (name: string): string => `otpauth://totp/${name}?secret=${SECRET}`;
    const text = Buffer.concat([latin1(`${link('Söhne')}\n`), Buffer.from(link('Zoë'))]);
    expect(await accountsOf(text)).toMatchObject([{ label: 'Söhne' }, { label: 'Zoë' }]);
  });
});

test.each([
  ['ampersands in hexadecimal', `x?secret=${SECRET}&#x26;digits=8`],
  ['ampersands as WordPress writes them', `x?secret=${SECRET}&#038;digits=8`],
  ['the first of them behind the question mark', `x?&#x26;secret=${SECRET}&#38;digits=8`],
])('links out of HTML: %s', async (_what, rest) => {
  expect(await one(`otpauth://totp/${rest}`)).toMatchObject({ label: 'x', digits: 8 });
});

test.each([
  ['UTF-8 beside Windows-1252', 'Caf%C3%A9%E9', 'Caféé'],
  ['Windows-1252 before UTF-8', '%E9%C3%A9', 'éé'],
  ['UTF-8 that was cut', '%C3%A9%C3', 'éÃ'],
  ['four bytes', '%F0%9F%98%80%E9', '😀é'],
])('escapes: %s', async (_what, path, label) => {
  expect(await one(`otpauth://totp/${path}?secret=${SECRET}`)).toMatchObject({ label });
});

test('a Steam link may have its secret escaped', async () => {
  const uri = `steam://${SECRET.slice(0, 8)}%20${SECRET.slice(8)}%3D`;
  expect(await one(uri)).toMatchObject({ type: 'steam', secret: plain.secret });
});

test.each([
  ['dashes of a word processor', '\u{2013}'],
  ['a Hangul filler', '\u{3164}'],
  ['a Hangul initial filler', '\u{115F}'],
  ['a grapheme joiner', '\u{34F}'],
  ['a variation selector', '\u{FE0F}'],
  ['a blank Braille cell', '\u{2800}'],
])('a secret with %s', async (_what, character) => {
  const secret = `${SECRET.slice(0, 8)}${character}${SECRET.slice(8)}`;
  expect(await one(`otpauth://totp/x?secret=${secret}`)).toMatchObject({ secret: plain.secret });
});

test.each([
  ['period=60', 'invalid-period'],
  ['period=x', 'invalid-period'],
  ['algorithm=SHA256', 'unsupported-algorithm'],
])('Steam with %s is refused: its codes know no other key', async (query, reason) => {
  const uri = `otpauth://steam/Steam:gabe?secret=${SECRET}&${query}`;
  expect(await refusalsOf(uri)).toMatchObject([{ issuer: 'Steam', label: 'gabe', reason }]);
  expect(await one(uri)).toBeUndefined();
});
