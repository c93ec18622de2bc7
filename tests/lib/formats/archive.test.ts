import { describe, expect, test } from 'vitest';
import { accountsOf, counted, four, plain, read, refusalsOf, unusual } from './accounts.ts';
import { aegisDatabase, otpauthText, raivoEntries } from './sample-records.ts';
import { aegisVault } from './sealing.ts';
import { samples } from './samples.ts';
import { zip } from './zipping.ts';

const json = JSON.stringify(raivoEntries);

describe('a ZIP', () => {
  test('is unpacked, and what is in it told by its content', async () => {
    const content = zip([
      { name: 'picture.png', content: 'not looked at' },
      { name: 'raivo-otp-export.json', content: json },
      { name: 'links', content: otpauthText },
    ]);
    expect(await accountsOf(content)).toEqual([plain, unusual, counted, ...four]);
  });

  test('with the longest comment that the format has is unpacked', async () => {
    const bare = zip([links]);
    bare.writeUInt16LE(0xffff, bare.length - 2);
    expect(await accountsOf(Buffer.concat([bare, Buffer.alloc(0xffff, ' ')]))).toEqual(four);
  });

  const links = { name: 'links.txt', content: otpauthText };
  const picture = Buffer.from('89504e470d0a1a0a0000', 'hex');

  test.each([
    ['a picture', { name: 'codes.dat', content: picture }],
    ['a text that is no export', { name: 'readme.md', content: 'hello' }],
    ['a web page', { name: 'page', content: '<!doctype html><html></html>' }],
    ['an encrypted export', { name: 'a.json', content: aegisVault(aegisDatabase, 'x') }],
    ['another ZIP', { name: 'b', content: zip([links]) }],
    ["a file under ZIP's own old cipher", { name: 'c.txt', content: 'x', oldCipher: true }],
  ])('names the file that it did not read: %s', async (_what, member) => {
    const content = zip([member, links]);
    expect(await accountsOf(content)).toEqual(four);
    expect(await refusalsOf(content)).toMatchObject([
      { reason: 'not-unpacked', issuer: '', label: member.name },
    ]);
  });

  test('of pictures alone is told so, picture by picture', async () => {
    const content = zip(['1.png', 'two'].map((name) => ({ name, content: picture })));
    expect(await refusalsOf(content)).toMatchObject([
      { reason: 'not-unpacked', label: '1.png' },
      { reason: 'not-unpacked', label: 'two' },
    ]);
  });

  test('tells what is in it by its content: links in a file called .html are read', async () => {
    expect(await accountsOf(zip([{ ...links, name: 'links.html' }]))).toEqual(four);
  });

  test('says nothing of what Raivo and the operating system put beside the export', async () => {
    const content = zip([
      { name: 'raivo-otp-export.json', content: json },
      { name: 'raivo-otp-export.html', content: '<!DOCTYPE html><html></html>' },
      { name: '__MACOSX/._raivo', content: Buffer.from('0005160700020000', 'hex') },
      { name: '.DS_Store', content: Buffer.from('0000000142756431', 'hex') },
    ]);
    expect(await accountsOf(content)).toHaveLength(3);
    expect(await refusalsOf(content)).toEqual([]);
  });

  test('names a file that its password does not open, beside one that it does', async () => {
    const sealed = { ...links, password: 'test' };
    const content = zip([sealed, { name: 'other', content: 'x', password: 'other' }]);
    expect(await accountsOf(content, 'test')).toEqual(four);
    expect(await refusalsOf(content, 'test')).toMatchObject([{ label: 'other' }]);
  });

  test.each([
    ['nothing', zip([]), 'empty'],
    [
      'more files than any export',
      zip(Array.from({ length: 21 }, (_file, at) => ({ ...links, name: `${at}` }))),
      'too-large',
    ],
    ['a text of any kind', zip([{ name: 'a.txt', content: 'hello' }]), 'unknown-format'],
    ['another ZIP', zip([{ name: 'a.zip', content: zip([]) }]), 'unknown-format'],
    [
      "ZIP's own old cipher",
      zip([{ name: 'a.txt', content: 'x', oldCipher: true }]),
      'unsupported-format',
    ],
    ['what 1Password exports', zip([{ name: 'export.data', content: '{}' }]), 'unsupported-format'],
    [
      'more than any export',
      zip([{ name: 'a.txt', content: Buffer.alloc(11_000_000) }]),
      'too-large',
    ],
    [
      'files that are more than any export only together',
      zip(['a.txt', 'b.txt'].map((name) => ({ name, content: Buffer.alloc(6_000_000) }))),
      'too-large',
    ],
  ])('with %s is refused', async (_what, content, reason) => {
    expect(await read(content)).toMatchObject({ kind: 'refused', reason });
  });

  test('that lies about its size is stopped while it is unpacked', async () => {
    const content = zip([{ name: 'a.txt', content: Buffer.alloc(30_000_000) }]);
    const central = content.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    content.writeUInt32LE(10, central + 24);
    expect(await read(content)).toMatchObject({ kind: 'refused', reason: 'too-large' });
  });

  test('that was cut or changed is damaged', async () => {
    const whole = zip([{ name: 'a.json', content: json }]);
    expect(await read(whole.subarray(0, -30))).toMatchObject({ reason: 'damaged' });
    expect(await read(Buffer.concat([whole.subarray(0, 40), whole.subarray(80)]))).toMatchObject({
      reason: 'damaged',
    });
    const twisted = Buffer.from(whole);
    twisted.fill(0xff, 36, 60);
    expect(await read(twisted)).toMatchObject({ reason: 'damaged' });
  });

  test('with a changed byte under its password gives nothing', async () => {
    const content = zip([{ name: 'a.json', content: json, password: 'test' }]);
    const at = 30 + 'a.json'.length + 11 + 16 + 2 + 20;
    content[at] = (content[at] ?? 0) ^ 1;
    expect(await read(content, 'test')).toMatchObject({ kind: 'wrong-password' });
  });
});

describe('a file that is none of ours', () => {
  test.each([
    ['no byte', '', 'empty', undefined],
    ['white space', ' \n\t', 'empty', undefined],
    ['comments', '# one\n# two', 'no-accounts', 'otpauth'],
    ['a plain text', 'Dear Maria,\nhow are you?', 'unknown-format', undefined],
    ['a JSON of anything', '{"a":[1,2,3]}', 'unknown-format', undefined],
    ['an empty JSON list', '[]', 'no-accounts', undefined],
    ['a cut JSON', samples['aegis']?.text.slice(0, 300) ?? '', 'damaged', undefined],
    ['a password list without codes', 'name,url,username,password\na,b,c,d', 'no-accounts', 'CSV'],
    ['KeePass', Buffer.from('03d9a29a67fb4bb501000400', 'hex'), 'unsupported-format', 'KeePass'],
    ['FreeOTP 2', Buffer.from('aced0005737200', 'hex'), 'unsupported-format', 'FreeOTP 2'],
    ['SQLite', Buffer.from('SQLite format 3\u0000\u0010'), 'unsupported-format', 'SQLite'],
    [
      'the database of Microsoft Authenticator',
      Buffer.from('SQLite format 3\u0000\u0010 CREATE TABLE accounts (oath_secret_key TEXT)'),
      'unsupported-format',
      'Microsoft Authenticator',
    ],
    [
      'the QR code of Microsoft Authenticator',
      'phonefactor://activate_account?code=123&url=x',
      'unsupported-format',
      'Microsoft Authenticator',
    ],
    [
      'Authy',
      '<?xml version=\'1.0\'?><map><string name="com.authy.x">[]</string></map>',
      'unsupported-format',
      'Authy',
    ],
    [
      'a web page',
      '<!doctype html><code>otpauth://totp/a?secret=AAAA</code>',
      'unsupported-format',
      'HTML',
    ],
    ['OpenPGP', '-----BEGIN PGP MESSAGE-----\n\nabc', 'unsupported-format', 'OpenPGP'],
    [
      'an encrypted text of unknown kind',
      `${'QUJD'.repeat(40)}\n`,
      'unsupported-format',
      undefined,
    ],
    [
      'our own backup',
      '{"format":"nightlatch-backup","version":1,"madeMs":1}',
      'unsupported-format',
      'Nightlatch',
    ],
    ['gzip', Buffer.from('1f8b0800', 'hex'), 'unsupported-format', undefined],
    ['Aegis of the future', '{"version":2,"header":{},"db":{}}', 'unsupported-version', 'Aegis'],
    ['2FAS of the future', '{"services":[],"schemaVersion":5}', 'unsupported-version', '2FAS'],
    [
      'Ente of the future',
      '{"version":2,"kdfParams":{},"encryptedData":""}',
      'unsupported-version',
      'Ente Auth',
    ],
  ])('%s is named and refused', async (_what, content, reason, app) => {
    expect(await read(content)).toEqual({
      kind: 'refused',
      reason,
      ...(app === undefined ? {} : { app }),
    });
  });

  test('a picture is for another room', async () => {
    expect(await read(Buffer.from('89504e470d0a1a0a', 'hex'))).toEqual({ kind: 'picture' });
  });

  test('bytes of unknown kind may be of andOTP, which leaves no sign in its files', async () => {
    const content = Buffer.alloc(100, 0xf8);
    expect(await read(content)).toEqual({ kind: 'needs-password', app: 'andOTP' });
    expect(await read(content, 'test')).toEqual({ kind: 'wrong-password', app: 'andOTP' });
  });
});
