import { describe, expect, test } from 'vitest';
import { AppError, type ErrorCode } from '../../../lib/errors.ts';
import { MAX_URI, parseOtpauthUri } from '../../../lib/otp/uri.ts';
import { SECRET, withQuery } from './read-uri.ts';

describe('what is refused', () => {
  test.each<[ErrorCode, string]>([
    ['uri-too-long', withQuery(`secret=${SECRET}&x=${'y'.repeat(MAX_URI)}`)],
    ['uri-not-otpauth', ''],
    ['uri-not-otpauth', 'https://example.com/?secret=JBSWY3DPEHPK3PXP'],
    ['uri-not-otpauth', 'otpauth-migration://offline?data=AA'],
    ['uri-not-otpauth', ` x otpauth://totp/a?secret=${SECRET}`],
    ['otp-type-unsupported', `otpauth://motp/a?secret=${SECRET}`],
    ['otp-type-unsupported', `otpauth://yaotp/a?secret=${SECRET}`],
    ['otp-type-unsupported', withQuery(`secret=${SECRET}&encoder=other`)],
    ['otp-type-unsupported', withQuery(`secret=${SECRET}&2step_salt=AA`)],
    ['counter-unsupported', `otpauth://hotp/a?secret=${SECRET}&counter=-1`],
    ['counter-unsupported', `otpauth://hotp/a?secret=${SECRET}&counter=9007199254740991`],
    ['counter-unsupported', `otpauth://hotp/a?secret=${SECRET}&counter=1e3`],
    ['uri-duplicate-parameter', withQuery(`secret=${SECRET}&secret=${SECRET}AA`)],
    ['uri-duplicate-parameter', withQuery(`secret=${SECRET}&digits=6&digits=8`)],
    ['uri-duplicate-parameter', withQuery(`secret=${SECRET}&issuer=A&Issuer=B`)],
    ['uri-duplicate-parameter', withQuery(`secret=${SECRET}&%73ecret=${SECRET}AA`)],
    ['secret-missing', withQuery('issuer=A')],
    ['secret-missing', withQuery('secret=')],
    ['secret-missing', withQuery('secret=====')],
    ['secret-not-base32', withQuery('secret=JBSWY3DPEHPK3PX8')],
    ['secret-not-base32', withQuery('secret=JBSWY3DPEHPK3PX0')],
    ['secret-not-base32', withQuery('secret=JBSW=3DPEHPK3PXP')],
    ['secret-not-base32', withQuery('secret=JBſWY3DPEHPK3PXP')],
    ['secret-not-base32', withQuery('secret=JBSWY3DPEHPK3PXı')],
    ['secret-incomplete', withQuery('secret=J')],
    ['secret-too-long', withQuery(`secret=${'A'.repeat(412)}`)],
    ['secret-too-long', withQuery(`secret=${'A'.repeat(2100)}`)],
    ['algorithm-unsupported', withQuery(`secret=${SECRET}&algorithm=MD5`)],
    ['algorithm-unsupported', withQuery(`secret=${SECRET}&algorithm=SHA384`)],
    ['algorithm-unsupported', withQuery(`secret=${SECRET}&algorithm=ſha1`)],
    ['digits-unsupported', withQuery(`secret=${SECRET}&digits=4`)],
    ['digits-unsupported', withQuery(`secret=${SECRET}&digits=11`)],
    ['digits-unsupported', withQuery(`secret=${SECRET}&digits=0`)],
    ['digits-unsupported', withQuery(`secret=${SECRET}&digits=1e9`)],
    ['digits-unsupported', withQuery(`secret=${SECRET}&digits=6.5`)],
    ['period-unsupported', withQuery(`secret=${SECRET}&period=86401`)],
    ['period-unsupported', withQuery(`secret=${SECRET}&period=0.5`)],
    ['period-unsupported', withQuery(`secret=${SECRET}&period=-30`)],
    ['period-unsupported', withQuery(`secret=${SECRET}&period=1e20`)],
    ['label-too-long', `otpauth://totp/${'a'.repeat(129)}?secret=${SECRET}`],
    ['label-too-long', `otpauth://totp/a?secret=${SECRET}&issuer=${'a'.repeat(129)}`],
    ['label-forbidden-character', `otpauth://totp/a%00b?secret=${SECRET}`],
    ['label-forbidden-character', `otpauth://totp/a%0Ab?secret=${SECRET}`],
    ['label-forbidden-character', `otpauth://totp/%E2%80%AEmaria?secret=${SECRET}`],
    ['label-forbidden-character', `otpauth://totp/a\u{D800}?secret=${SECRET}`],
    ['label-forbidden-character', `otpauth://totp/a?secret=${SECRET}&issuer=TP%E2%81%A6Link`],
  ])('%s: %s', (code, uri) => {
    expect(() => parseOtpauthUri(uri)).toThrow(new AppError(code));
  });
});
