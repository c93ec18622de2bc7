/** What other apps write of the accounts of accounts.ts, by hand: records that several tests use. */
import type { NewAccount } from '../../../lib/otp/account.ts';
import { base32, counted, four, plain, steamed, unusual } from './accounts.ts';

/** As most apps spell an algorithm. */
export const withoutDash = (algorithm: string): string => algorithm.replace('-', '');

export const otpauthText = [
  '# my accounts',
  `otpauth://totp/Acme:maria%40example.com?secret=${base32(plain.secret)}&issuer=Acme`,
  `otpauth://totp/jo?secret=${base32(unusual.secret)}&issuer=Umbrella+%26+S%C3%B6hne&algorithm=SHA256&digits=8&period=60`,
  `otpauth://hotp/Counter%20Co:ann?secret=${base32(counted.secret)}&issuer=Counter%20Co&algorithm=SHA512&counter=42`,
  `otpauth://steam/Steam:gabe?secret=${base32(steamed.secret)}&issuer=Steam`,
].join('\r\n');

export function codeFields(account: NewAccount) {
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
    info: { ...codeFields(account), algo: withoutDash(account.algorithm) },
    groups: [],
  })),
  groups: [],
};

export const twoFasServices = four.map((account, position) => ({
  name: account.issuer,
  secret: base32(account.secret).toLowerCase(),
  updatedAt: 1_700_000_000_000,
  otp: {
    ...codeFields(account),
    secret: undefined,
    label: `${account.issuer}:${account.label}`,
    account: account.label,
    issuer: account.issuer,
    algorithm: withoutDash(account.algorithm),
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
  ...codeFields(account),
  secret: `${base32(account.secret)}====`,
  issuer: account.issuer,
  label: account.label,
  type: account.type.toUpperCase(),
  algorithm: withoutDash(account.algorithm),
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
  algorithm: withoutDash(account.algorithm),
  account: account.label,
  iconType: '',
  iconValue: '',
}));
