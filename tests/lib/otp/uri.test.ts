import { describe, expect, test } from 'vitest';
import type { Algorithm } from '../../../lib/otp/account.ts';
import { parseOtpauthUri, readOtpauthUri } from '../../../lib/otp/uri.ts';
import { read, SECRET, withQuery } from './read-uri.ts';

describe('what is understood', () => {
  const plain = {
    type: 'totp',
    issuer: 'TP-Link',
    label: 'maria@example.com',
    algorithm: 'SHA-1',
    digits: 6,
    periodSeconds: 30,
    secret: SECRET,
  };
  test.each<[string, string, Record<string, unknown>]>([
    [
      'all parameters',
      withQuery(`secret=${SECRET}&issuer=TP-Link&algorithm=SHA1&digits=6&period=30`),
      {},
    ],
    ['the defaults', withQuery(`secret=${SECRET}&issuer=TP-Link`), {}],
    ['empty parameters', withQuery(`secret=${SECRET}&algorithm=&digits=&period=`), {}],
    ['a period of 0', withQuery(`secret=${SECRET}&period=0`), {}],
    [
      'its & escaped as in HTML',
      withQuery(`secret=${SECRET}&amp;issuer=TP-Link&amp;digits=8&amp;period=60`),
      { digits: 8, periodSeconds: 60 },
    ],
    ['a secret with a letter left over', withQuery(`secret=${SECRET}A`), {}],
    [
      'a secret with three letters more than whole bytes',
      withQuery(`secret=${SECRET}AAA`),
      { secret: `${SECRET}AA` },
    ],
    [
      'a bare %',
      `otpauth://totp/100%:maria@example.com?secret=${SECRET}&issuer=100%`,
      { issuer: '100%' },
    ],
    [
      'Latin-1 in its escapes',
      `otpauth://totp/Caf%E9:maria@example.com?secret=${SECRET}&issuer=Caf%E9`,
      { issuer: 'Café' },
    ],
    [
      'line ends round its names',
      `otpauth://totp/TP-Link:maria@example.com%0D%0A?secret=${SECRET}&issuer=%0ATP-Link%0A`,
      {},
    ],
    ['the issuer in the label alone', withQuery(`secret=${SECRET}`), {}],
    ['an empty issuer beside one in the label', withQuery(`secret=${SECRET}&issuer=`), {}],
    [
      'the issuer in the parameter alone',
      `otpauth://totp/maria@example.com?secret=${SECRET}&issuer=TP-Link`,
      {},
    ],
    ['no issuer', `otpauth://totp/maria@example.com?secret=${SECRET}`, { issuer: '' }],
    ['no label', `otpauth://totp/?secret=${SECRET}&issuer=TP-Link`, { label: '' }],
    ['no path', `otpauth://totp?secret=${SECRET}`, { issuer: '', label: '' }],
    ['%3A', `otpauth://totp/TP-Link%3Amaria%40example.com?secret=${SECRET}&issuer=TP-Link`, {}],
    [
      'a space after the colon',
      `otpauth://totp/TP-Link:%20maria@example.com?secret=${SECRET}&issuer=TP-Link`,
      {},
    ],
    [
      'a colon inside the issuer',
      `otpauth://totp/A%3AB:maria@example.com?secret=${SECRET}&issuer=A%3AB`,
      { issuer: 'A:B' },
    ],
    [
      'capitals',
      `OTPAUTH://TOTP/TP-LINK:MARIA?SECRET=${SECRET}&ISSUER=TP-LINK&DIGITS=6`,
      { issuer: 'TP-LINK', label: 'MARIA' },
    ],
    ['a lower-case secret', withQuery(`secret=${SECRET.toLowerCase()}`), {}],
    ['spaces in the secret', withQuery('secret=JBSW%20Y3DP+EHPK 3PXPJBSWY3DPEHPK3PXP'), {}],
    ['dashes in the secret', withQuery('secret=JBSW-Y3DP-EHPK-3PXP-JBSW-Y3DP-EHPK-3PXP'), {}],
    [
      'padding',
      withQuery('secret=JBSWY3DPEHPK3PXPJBSWY3DPEE%3D%3D======'),
      { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEE' },
    ],
    [
      'bits left over in the last letter',
      withQuery('secret=JBSWY3DPEHPK3PXPJBSWY3DPEF'),
      { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEE' },
    ],
    ['16 letters', withQuery('secret=JBSWY3DPEHPK3PXP'), { secret: 'JBSWY3DPEHPK3PXP' }],
    [
      '52 letters',
      withQuery(`secret=${SECRET}JBSWY3DPEHPK3PXPJBSA`),
      { secret: `${SECRET}JBSWY3DPEHPK3PXPJBSA` },
    ],
    [
      'a plus in the e-mail address',
      `otpauth://totp/TP-Link:maria+vms@example.com?secret=${SECRET}`,
      { label: 'maria+vms@example.com' },
    ],
    [
      'a plus for a space in the issuer',
      `otpauth://totp/maria?secret=${SECRET}&issuer=VIGI+VMS`,
      { issuer: 'VIGI VMS', label: 'maria' },
    ],
    [
      'a form-encoded prefix',
      `otpauth://totp/VIGI+VMS:maria?secret=${SECRET}&issuer=VIGI+VMS`,
      { issuer: 'VIGI VMS', label: 'maria' },
    ],
    [
      'another case in the prefix',
      `otpauth://totp/tp-link:maria@example.com?secret=${SECRET}&issuer=TP-Link`,
      {},
    ],
    [
      'an unescaped # in the label',
      `otpauth://totp/TP-Link:cam #2?secret=${SECRET}`,
      { label: 'cam #2' },
    ],
    ['a line end after it', `${withQuery(`secret=${SECRET}`)}\r\n`, {}],
    ['unknown parameters', withQuery(`secret=${SECRET}&image=x&counter=0&&lock`), {}],
    [
      '8 digits, 60 s, SHA-256',
      withQuery(`secret=${SECRET}&digits=8&period=60&algorithm=SHA256`),
      { digits: 8, periodSeconds: 60, algorithm: 'SHA-256' },
    ],
    ['an odd period', withQuery(`secret=${SECRET}&period=47`), { periodSeconds: 47 }],
    ['a period of a second', withQuery(`secret=${SECRET}&period=1`), { periodSeconds: 1 }],
    ['a period of a day', withQuery(`secret=${SECRET}&period=86400`), { periodSeconds: 86_400 }],
    ['5 digits', withQuery(`secret=${SECRET}&digits=5`), { digits: 5 }],
    ['10 digits', withQuery(`secret=${SECRET}&digits=10`), { digits: 10 }],
    ['2 letters', withQuery('secret=JB'), { secret: 'JA' }],
    ['15 letters', withQuery('secret=JBSWY3DPEHPK3PA'), { secret: 'JBSWY3DPEHPK3PA' }],
    ['410 letters', withQuery(`secret=${'A'.repeat(410)}`), { secret: 'A'.repeat(410) }],
    ['one parameter twice', withQuery(`secret=${SECRET}&issuer=TP-Link&Issuer=TP-Link`), {}],
    ['the word null', withQuery(`secret=${SECRET}&algorithm=null&digits=null&period=null`), {}],
    ['its & escaped twice', withQuery(`secret=${SECRET}&amp;amp;digits=8`), { digits: 8 }],
    [
      'white space round its values',
      withQuery(`secret=${SECRET}%0A&digits= 8 &period=60%0D%0A&algorithm=+SHA256+`),
      { digits: 8, periodSeconds: 60, algorithm: 'SHA-256' },
    ],
    ['a byte order mark before it', `\u{FEFF}${withQuery(`secret=${SECRET}`)}\u{200B}\n`, {}],
    [
      'zero-width characters in its values',
      withQuery(`secret=JBSWY3DP%E2%80%8BEHPK3PXPJBSWY3DPEHPK3PXP&digits=8%E2%80%8B`),
      { digits: 8 },
    ],
    ['a ? in the label', `otpauth://totp/TP-Link:who?%20me?secret=${SECRET}`, { label: 'who? me' }],
    [
      'a zero-width space in a name',
      `otpauth://totp/a?secret=${SECRET}&issuer=TP%E2%80%8BLink`,
      { issuer: 'TP[U+200B]Link', label: 'a' },
    ],
    [
      'a joiner that its script needs',
      `otpauth://totp/${encodeURIComponent('می\u200cخواهم')}?secret=${SECRET}`,
      { issuer: '', label: 'می\u200cخواهم' },
    ],
    [
      'other letters',
      `otpauth://totp/${encodeURIComponent('管理員:瑪麗亞 🔑')}?secret=${SECRET}`,
      { issuer: '管理員', label: '瑪麗亞 🔑' },
    ],
  ])('%s', (_name, uri, difference) => {
    expect(read(uri)).toEqual({ ...plain, ...difference });
  });

  test.each<[string, Algorithm]>([
    ['SHA1', 'SHA-1'],
    ['sha1', 'SHA-1'],
    ['SHA-1', 'SHA-1'],
    ['HMACSHA1', 'SHA-1'],
    ['HmacSHA256', 'SHA-256'],
    ['hmac-sha-256', 'SHA-256'],
    ['SHA_512', 'SHA-512'],
    ['Algorithm.sha512', 'SHA-512'],
  ])('algorithm=%s is %s', (spelling, algorithm) => {
    expect(parseOtpauthUri(withQuery(`secret=${SECRET}&algorithm=${spelling}`)).algorithm).toBe(
      algorithm,
    );
  });

  test.each([
    ['period=0', 'period'],
    ['period=00', 'period'],
    ['period=30', 'none'],
    ['period=', 'none'],
  ])('of %s the default is told: %s', (query, assumed) => {
    expect(readOtpauthUri(withQuery(`secret=${SECRET}&${query}`)).assumed).toBe(assumed);
  });

  test('of two issuers the parameter wins, and the other name stays in sight', () => {
    expect(read(`otpauth://totp/cluster1:maria?secret=${SECRET}&issuer=Corp`)).toMatchObject({
      issuer: 'Corp',
      label: 'cluster1:maria',
    });
  });
});
