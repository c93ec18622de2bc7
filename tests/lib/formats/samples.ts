/** One plain sample a format with the accounts that must come out, all written by hand here. */
import type { NewAccount } from '../../../lib/otp/account.ts';
import { base32, counted, four, plain, steamed, unusual } from './accounts.ts';
import {
  otpauthText,
  aegisDatabase,
  twoFasServices,
  bitwardenPlain,
  extensionRecords,
  protonPlain,
  andotpEntries,
  stratumBackup,
  raivoEntries,
  withoutDash,
  codeFields,
} from './sample-records.ts';

interface FormatSample {
  readonly text: string;
  readonly accounts: readonly NewAccount[];
}

const timed = [plain, unusual];
const signed = (bytes: Uint8Array): readonly number[] => [...new Int8Array(bytes)];

/** By the name under which lib/formats/index.ts has the format. */
export const samples: Readonly<Record<string, FormatSample>> = {
  aegis: {
    text: JSON.stringify({ version: 1, header: { slots: null, params: null }, db: aegisDatabase }),
    accounts: four,
  },
  andotp: { text: JSON.stringify(andotpEntries), accounts: four },
  authenticatorExtension: {
    text: JSON.stringify(Object.fromEntries(extensionRecords.map((one) => [one.hash, one]))),
    accounts: four,
  },
  bitwarden: { text: JSON.stringify(bitwardenPlain), accounts: [plain, unusual, steamed] },
  duo: {
    text: JSON.stringify([
      {
        accountType: 'OtpAccount',
        name: 'maria@example.com',
        otpGenerator: { otpSecret: base32(plain.secret) },
      },
      {
        accountType: 'OtpAccount',
        name: 'ann',
        otpGenerator: { otpSecret: base32(counted.secret), counter: 42 },
      },
    ]),
    accounts: [
      { ...plain, issuer: '' },
      { ...counted, issuer: '', algorithm: 'SHA-1' },
    ],
  },
  freeotpPlus: {
    text: JSON.stringify({
      tokenOrder: ['Acme:maria@example.com'],
      tokens: [plain, unusual, counted].map((account) => ({
        algo: withoutDash(account.algorithm),
        counter: account.type === 'hotp' ? account.counter - 1 : 0,
        digits: account.digits,
        issuerExt: account.issuer,
        label: account.label,
        period: account.type === 'hotp' ? 30 : account.periodSeconds,
        secret: signed(account.secret),
        type: account.type.toUpperCase(),
      })),
    }),
    accounts: [plain, unusual, counted],
  },
  lastpass: {
    text: JSON.stringify({
      deviceId: '',
      version: 3,
      accounts: timed.map((account) => ({
        issuerName: account.issuer,
        originalIssuerName: 'as it was',
        userName: account.label,
        originalUserName: 'as it was',
        secret: base32(account.secret),
        timeStep: account.periodSeconds,
        digits: account.digits,
        algorithm: withoutDash(account.algorithm),
      })),
      folders: [],
    }),
    accounts: timed,
  },
  otpauthList: { text: otpauthText, accounts: four },
  passwordCsv: {
    text: [
      'Title,URL,Username,Password,Notes,OTPAuth',
      `Acme,https://acme.example,maria@example.com,"a ""quoted"", one","two\nlines",${base32(plain.secret)}`,
      'No code,https://x.example,x,secret,,',
      `Shop,,x,secret,,${otpauthText.split('\r\n')[2]}`,
    ].join('\r\n'),
    accounts: timed,
  },
  passwordJson: {
    text: JSON.stringify({
      folders: [],
      items: [
        {
          title: 'Acme',
          fields: [
            { type: 'username', value: 'maria@example.com' },
            { type: 'password', value: 'not read' },
            { type: 'totp', value: 'aqdg 53 ' },
          ],
        },
      ],
    }).replace(
      'aqdg 53 ',
      base32(plain.secret)
        .toLowerCase()
        .replaceAll(/(.{4})/gu, '$1 '),
    ),
    accounts: [plain],
  },
  proton: { text: JSON.stringify(protonPlain), accounts: [plain, steamed] },
  raivo: { text: JSON.stringify(raivoEntries), accounts: [plain, unusual, counted] },
  steam: {
    text: JSON.stringify({
      shared_secret: Buffer.from(steamed.secret).toString('base64'),
      account_name: 'gabe',
      identity_secret: 'bm90IHJlYWQ=',
    }),
    accounts: [steamed],
  },
  stratum: { text: JSON.stringify(stratumBackup), accounts: four },
  twoFas: {
    text: JSON.stringify({ services: twoFasServices, groups: [], schemaVersion: 4 }),
    accounts: four,
  },
  twoFauth: {
    text: JSON.stringify({
      app: '2fauth_v5',
      schema: 1,
      data: four.map((account) => ({
        ...codeFields(account),
        otp_type: account.type === 'steam' ? 'steamtotp' : account.type,
        account: account.label,
        service: account.issuer,
        algorithm: withoutDash(account.algorithm).toLowerCase(),
      })),
    }),
    accounts: four,
  },
};
