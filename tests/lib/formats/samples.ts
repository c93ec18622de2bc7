/** One plain sample a format with the accounts that must come out, all written by hand here. */
import type { NewAccount } from '../../../lib/otp/account.ts';
import { base32, counted, four, plain, steamed, unusual } from './accounts.ts';

interface FormatSample {
  readonly text: string;
  readonly accounts: readonly NewAccount[];
}

const NO_DASH = (algorithm: string): string => algorithm.replace('-', '');
const timed = [plain, unusual];

export const otpauthText = [
  '# my accounts',
  `otpauth://totp/Acme:maria%40example.com?secret=${base32(plain.secret)}&issuer=Acme`,
  `otpauth://totp/jo?secret=${base32(unusual.secret)}&issuer=Umbrella+%26+S%C3%B6hne&algorithm=SHA256&digits=8&period=60`,
  `otpauth://hotp/Counter%20Co:ann?secret=${base32(counted.secret)}&issuer=Counter%20Co&algorithm=SHA512&counter=42`,
  `otpauth://steam/Steam:gabe?secret=${base32(steamed.secret)}&issuer=Steam`,
].join('\r\n');

function fields(account: NewAccount) {
  const moving =
    account.type === 'hotp' ? { counter: account.counter } : { period: account.periodSeconds };
  return {
    secret: base32(account.secret),
    digits: account.digits,
    ...moving,
  };
}

export const aegisDatabase = {
  version: 3,
  entries: four.map((account) => ({
    type: account.type,
    uuid: '3ae6f1ad-2e65-4ed2-a953-1ec0dff2386d',
    name: account.label,
    issuer: account.issuer,
    note: '',
    icon: null,
    info: { ...fields(account), algo: NO_DASH(account.algorithm) },
    groups: [],
  })),
  groups: [],
};

export const twoFasServices = four.map((account, position) => ({
  name: account.issuer,
  secret: base32(account.secret).toLowerCase(),
  updatedAt: 1_700_000_000_000,
  otp: {
    ...fields(account),
    secret: undefined,
    label: `${account.issuer}:${account.label}`,
    account: account.label,
    issuer: account.issuer,
    algorithm: NO_DASH(account.algorithm),
    tokenType: account.type.toUpperCase(),
    source: 'Link',
  },
  order: { position },
}));

export const bitwardenPlain = {
  encrypted: false,
  folders: [],
  items: [
    { type: 3, name: 'A card', login: undefined, card: { number: '4111' } },
    {
      type: 1,
      name: 'Acme',
      login: {
        uris: null,
        username: 'maria@example.com',
        password: 'not read',
        totp: base32(plain.secret),
      },
    },
    { type: 1, name: 'No code', login: { username: 'x', password: 'not read', totp: null } },
    {
      type: 1,
      name: 'Another title',
      login: { username: 'x', totp: otpauthText.split('\r\n')[2] },
    },
    {
      type: 1,
      name: 'Steam',
      login: { username: 'gabe', totp: `steam://${base32(steamed.secret)}` },
    },
  ],
};

export const extensionRecords = [
  {
    account: plain.label,
    issuer: 'Acme::acme.example',
    secret: base32(plain.secret),
    type: 'totp',
    encrypted: false,
    hash: 'a',
    index: 0,
  },
  {
    account: unusual.label,
    issuer: unusual.issuer,
    secret: base32(unusual.secret),
    type: 1,
    algorithm: 2,
    digits: 8,
    period: 60,
    hash: 'b',
    index: 1,
    encrypted: false,
  },
  {
    account: counted.label,
    issuer: counted.issuer,
    secret: Buffer.from(counted.secret).toString('hex'),
    type: 'hhex',
    algorithm: 'SHA512',
    counter: 42,
    hash: 'c',
    index: 2,
    encrypted: false,
  },
  {
    account: steamed.label,
    issuer: steamed.issuer,
    secret: `stm-${base32(steamed.secret)}`,
    type: 'totp',
    hash: 'd',
    index: 3,
    encrypted: false,
  },
];

export const protonPlain = {
  version: 1,
  entries: [
    {
      id: '1',
      content: {
        uri: `otpauth://totp/maria%40example.com?secret=${base32(plain.secret)}&issuer=Acme&algorithm=SHA1&digits=6&period=30`,
        entry_type: 'Totp',
        name: 'maria@example.com',
      },
      note: null,
    },
    {
      id: '2',
      content: {
        uri: `steam://${base32(steamed.secret).toLowerCase()}`,
        entry_type: 'Steam',
        name: 'gabe',
      },
      note: null,
    },
  ],
};

export const andotpEntries = four.map((account) => ({
  ...fields(account),
  secret: `${base32(account.secret)}====`,
  issuer: account.issuer,
  label: account.label,
  type: account.type.toUpperCase(),
  algorithm: NO_DASH(account.algorithm),
  thumbnail: 'Default',
  last_used: 1,
  used_frequency: 0,
  tags: [],
}));

const STRATUM_TYPES = { hotp: 1, totp: 2, steam: 4 };
export const stratumBackup = {
  Authenticators: four.map((account) => ({
    Type: STRATUM_TYPES[account.type],
    Icon: null,
    Issuer: account.issuer,
    Username: account.label,
    Secret: base32(account.secret),
    Pin: null,
    Algorithm: ['SHA-1', 'SHA-256', 'SHA-512'].indexOf(account.algorithm),
    Digits: account.digits,
    Period: account.type === 'hotp' ? 30 : account.periodSeconds,
    Counter: account.type === 'hotp' ? account.counter : 0,
    Ranking: 0,
  })),
  Categories: [],
};

export const raivoEntries = [plain, unusual, counted].map((account) => ({
  pinned: 'false',
  timer: account.type === 'hotp' ? '0' : String(account.periodSeconds),
  secret: base32(account.secret),
  counter: account.type === 'hotp' ? String(account.counter) : '0',
  digits: String(account.digits),
  issuer: account.issuer,
  kind: account.type.toUpperCase(),
  algorithm: NO_DASH(account.algorithm),
  account: account.label,
  iconType: '',
  iconValue: '',
}));

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
        algo: NO_DASH(account.algorithm),
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
        algorithm: NO_DASH(account.algorithm),
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
        ...fields(account),
        otp_type: account.type === 'steam' ? 'steamtotp' : account.type,
        account: account.label,
        service: account.issuer,
        algorithm: NO_DASH(account.algorithm).toLowerCase(),
      })),
    }),
    accounts: four,
  },
};
