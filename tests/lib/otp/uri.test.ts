import { describe, expect, test } from 'vitest';
import { AppError, type ErrorCode } from '../../../lib/errors.ts';
import type { Algorithm } from '../../../lib/otp/account.ts';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { MAX_URI, parseOtpauthUri } from '../../../lib/otp/uri.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** The parts of an account that a row names, with the secret as base32. */
function read(uri: string): Record<string, unknown> {
  const { secret, ...rest } = parseOtpauthUri(uri);
  return { ...rest, secret: encodeBase32(secret) };
}

function withQuery(query: string): string {
  return `otpauth://totp/TP-Link:maria@example.com?${query}`;
}

describe('what is understood', () => {
  const plain = {
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

  test('of two issuers the parameter wins, and the other name stays in sight', () => {
    expect(read(`otpauth://totp/cluster1:maria?secret=${SECRET}&issuer=Corp`)).toMatchObject({
      issuer: 'Corp',
      label: 'cluster1:maria',
    });
  });
});

describe('what is refused', () => {
  test.each<[ErrorCode, string]>([
    ['uri-too-long', withQuery(`secret=${SECRET}&x=${'y'.repeat(MAX_URI)}`)],
    ['uri-not-otpauth', ''],
    ['uri-not-otpauth', 'https://example.com/?secret=JBSWY3DPEHPK3PXP'],
    ['uri-not-otpauth', 'otpauth-migration://offline?data=AA'],
    ['uri-not-otpauth', ` x otpauth://totp/a?secret=${SECRET}`],
    ['otp-type-unsupported', `otpauth://hotp/a?secret=${SECRET}&counter=1`],
    ['otp-type-unsupported', `otpauth://steam/a?secret=${SECRET}`],
    ['otp-type-unsupported', withQuery(`secret=${SECRET}&encoder=steam`)],
    ['uri-duplicate-parameter', withQuery(`secret=${SECRET}&secret=${SECRET}`)],
    ['uri-duplicate-parameter', withQuery(`secret=${SECRET}&issuer=A&Issuer=B`)],
    ['uri-duplicate-parameter', withQuery(`secret=${SECRET}&%73ecret=${SECRET}`)],
    ['secret-missing', withQuery('issuer=A')],
    ['secret-missing', withQuery('secret=')],
    ['secret-missing', withQuery('secret=====')],
    ['secret-not-base32', withQuery('secret=JBSWY3DPEHPK3PX8')],
    ['secret-not-base32', withQuery('secret=JBSWY3DPEHPK3PX0')],
    ['secret-not-base32', withQuery('secret=JBSW=3DPEHPK3PXP')],
    ['secret-not-base32', withQuery('secret=JBſWY3DPEHPK3PXP')],
    ['secret-not-base32', withQuery('secret=JBSWY3DPEHPK3PXı')],
    ['secret-too-short', withQuery('secret=JBSWY3DPEHPK3PA')],
    ['secret-too-long', withQuery(`secret=${'A'.repeat(104)}`)],
    ['secret-too-long', withQuery(`secret=${'A'.repeat(600)}`)],
    ['algorithm-unsupported', withQuery(`secret=${SECRET}&algorithm=MD5`)],
    ['algorithm-unsupported', withQuery(`secret=${SECRET}&algorithm=SHA384`)],
    ['algorithm-unsupported', withQuery(`secret=${SECRET}&algorithm=ſha1`)],
    ['digits-unsupported', withQuery(`secret=${SECRET}&digits=5`)],
    ['digits-unsupported', withQuery(`secret=${SECRET}&digits=9`)],
    ['digits-unsupported', withQuery(`secret=${SECRET}&digits=1e9`)],
    ['digits-unsupported', withQuery(`secret=${SECRET}&digits=6.5`)],
    ['period-unsupported', withQuery(`secret=${SECRET}&period=14`)],
    ['period-unsupported', withQuery(`secret=${SECRET}&period=121`)],
    ['period-unsupported', withQuery(`secret=${SECRET}&period=-30`)],
    ['period-unsupported', withQuery(`secret=${SECRET}&period=1e20`)],
    ['label-too-long', `otpauth://totp/${'a'.repeat(129)}?secret=${SECRET}`],
    ['label-too-long', `otpauth://totp/a?secret=${SECRET}&issuer=${'a'.repeat(129)}`],
    ['label-forbidden-character', `otpauth://totp/a%00b?secret=${SECRET}`],
    ['label-forbidden-character', `otpauth://totp/a%0Ab?secret=${SECRET}`],
    ['label-forbidden-character', `otpauth://totp/%E2%80%AEmaria?secret=${SECRET}`],
    ['label-forbidden-character', `otpauth://totp/%EF%BB%BFmaria?secret=${SECRET}`],
    ['label-forbidden-character', `otpauth://totp/a\u{D800}?secret=${SECRET}`],
    ['label-forbidden-character', `otpauth://totp/a?secret=${SECRET}&issuer=TP%E2%80%8BLink`],
    ['label-forbidden-character', `otpauth://totp/a?secret=${SECRET}&issuer=TP%E2%81%A6Link`],
  ])('%s: %s', (code, uri) => {
    expect(() => parseOtpauthUri(uri)).toThrow(new AppError(code));
  });
});
