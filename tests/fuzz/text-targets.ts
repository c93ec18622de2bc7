import { decodeBase32, encodeBase32 } from '../../lib/otp/base32.ts';
import type { NewAccount } from '../../lib/otp/account.ts';
import { missingCodes, parseMigrationUri } from '../../lib/otp/migration.ts';
import { getName } from '../../lib/otp/name.ts';
import { classifyQrText } from '../../lib/otp/qr-text.ts';
import { parseTypedAccount } from '../../lib/otp/typed.ts';
import { formatOtpauthUri, parseOtpauthUri } from '../../lib/otp/uri.ts';
import { decodeGrey } from '../../lib/qr/decode.ts';
import { encodeQr } from '../../lib/qr/encode.ts';
import { grantableOrigin, patternOfOrigin } from '../../lib/sites/grant.ts';
import { findSite } from '../../lib/sites/index.ts';
import {
  formatRecoveryCode,
  parseRecoveryCode,
  RECOVERY_BYTES,
} from '../../lib/vault/format/recovery-code.ts';
import { mutatedText } from './hostile.ts';
import type { Random } from './random.ts';
import { hold, type Target } from './target.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const URIS = [
  `otpauth://totp/TP-Link:maria@example.com?secret=${SECRET}&issuer=TP-Link`,
  `otpauth://totp/VIGI%20VMS:m%C3%BCller?secret=${SECRET}&algorithm=SHA256&digits=8&period=60`,
  `otpauth://totp/plain?secret=${SECRET.toLowerCase()}&image=https://example.com/a.png`,
  `otpauth://hotp/x?secret=${SECRET}&counter=1`,
];
const MIGRATION =
  'otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZTAC';
const TEXTS = [
  ...URIS,
  MIGRATION,
  'WIFI:T:WPA;S:net;P:secret;;',
  'BEGIN:VCARD\nN:Maria\nEND:VCARD',
  'https://www.example.com/a?b=c',
  'VIGI C340 S/N 1234 MAC 00-11-22-33-44-55',
];
const ADDRESSES = [
  'https://vms.tplinkcloud.com/',
  'http://192.168.1.10:8080/login',
  'https://[fe80::1]/',
  'https://xn--vms-tplnkcloud-zhb.com./',
];

/** Google's app keeps shorter secrets; the vault refuses them with a word when they are saved. */
function checkNames({ secret, issuer, label }: NewAccount): void {
  hold(secret.length > 0 && secret.length <= 256, 'up to 256 bytes of secret');
  hold(issuer.length <= 128 && label.length <= 128, 'names of 128 characters');
  hold(
    !/[[\p{Cc}\p{Cf}\p{Cs}]--[\u200c\u200d]]/v.test(issuer + label),
    'no control character in a name, and of what is unseen only what scripts need',
  );
}

function checkAccount(account: NewAccount): void {
  const { digits } = account;
  checkNames(account);
  hold(digits >= 5 && digits <= 10, '5 to 10 digits');
  if (account.type === 'hotp') return hold(account.counter >= 0, 'a counter from 0');
  const { periodSeconds } = account;
  hold(periodSeconds >= 1 && periodSeconds <= 86_400, '1 second to a day');
}

function greyOf(random: Random): Uint8Array<ArrayBuffer> {
  const { size, rows } = encodeQr(
    mutatedText(random, random.pick(TEXTS)).slice(0, 200).toWellFormed() || 'x',
  );
  const scale = 2 + random.below(3);
  const side = (size + 8) * scale;
  const pixels = new Uint8Array(side * side).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dark = rows[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4] === true;
      if (dark) pixels[y * side + x] = 0;
    }
  }
  for (let spots = random.below(side * 4); spots > 0; spots--) {
    pixels[random.below(pixels.length)] = random.below(256);
  }
  return pixels;
}

export const textTargets: readonly Target[] = [
  {
    name: 'otpauth URI',
    share: 250_000,
    run: (random) => {
      const account = parseOtpauthUri(mutatedText(random, random.pick(URIS)));
      checkAccount(account);
      const again = parseOtpauthUri(formatOtpauthUri(account));
      hold(
        again.issuer === account.issuer && again.label === account.label,
        'the names survive a QR of our own',
      );
    },
  },
  {
    name: 'typed account',
    share: 100_000,
    run: (random) =>
      checkAccount(
        parseTypedAccount({
          issuer: mutatedText(random, 'VIGI VMS'),
          label: mutatedText(random, 'maria@example.com'),
          secret: mutatedText(random, 'jbsw y3dp-ehpk 3pxp jbsw y3dp'),
          type: random.pick(['totp', 'steam']),
          algorithm: random.pick(['SHA-1', 'SHA-256', 'SHA-512']),
          digits: random.pick([6, 7, 8, 6.5, NaN, -6, 1e9]),
          periodSeconds: random.pick([30, 15, 120, 0, -30, Infinity, 1e20]),
        }),
      ),
  },
  {
    name: 'base32',
    share: 60_000,
    run: (random) => {
      const bytes = decodeBase32(mutatedText(random, SECRET));
      hold(decodeBase32(encodeBase32(bytes)).length === bytes.length, 'base32 gives itself back');
    },
  },
  { name: 'name', share: 40_000, run: (random) => getName(mutatedText(random, 'Straße 1')) },
  {
    name: 'QR text',
    share: 60_000,
    run: (random) => classifyQrText(mutatedText(random, random.pick(TEXTS))),
  },
  {
    name: 'migration URI',
    share: 60_000,
    run: (random) => {
      const data = Buffer.from(MIGRATION.slice(MIGRATION.indexOf('=') + 1), 'base64');
      for (let flips = random.below(6); flips > 0; flips--) {
        data[random.below(data.length)] = random.below(256);
      }
      const uri = `otpauth-migration://offline?data=${encodeURIComponent(data.toString('base64'))}`;
      const part = parseMigrationUri(random.below(3) === 0 ? mutatedText(random, uri) : uri);
      hold(missingCodes([part, part]).length === part.size - 1, 'one code of its export is there');
    },
  },
  {
    name: 'recovery code',
    share: 30_000,
    run: async (random) => {
      const code = await formatRecoveryCode(random.bytes(RECOVERY_BYTES));
      const secret = await parseRecoveryCode(mutatedText(random, code));
      hold(secret.length === RECOVERY_BYTES, 'a recovery code is 16 bytes');
    },
  },
  {
    name: 'site address',
    share: 60_000,
    run: (random) => {
      const { origin } = grantableOrigin(mutatedText(random, random.pick(ADDRESSES)));
      hold(new URL(origin).origin === origin, 'an origin is exact');
      hold(!new URL(origin).hostname.endsWith('.'), 'no host ends in a dot');
      hold(/^https?:\/\/[^/]+\/\*$/.test(patternOfOrigin(origin)), 'a pattern names one host');
      findSite(origin);
    },
  },
  {
    name: 'QR picture',
    share: 300,
    run: (random) => {
      const data = greyOf(random);
      const width = Math.sqrt(data.length);
      decodeGrey({ width, height: width, data });
    },
  },
];
