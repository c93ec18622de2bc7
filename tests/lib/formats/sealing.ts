/**
 * Writers of the encrypted formats, made of node:crypto and plain arithmetic
 * only, so that they share nothing with the readers they are there to test.
 */
import {
  argon2Sync,
  createCipheriv,
  createHash,
  createHmac,
  pbkdf2Sync,
  randomBytes,
  scryptSync,
} from 'node:crypto';

interface Gcm {
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

function gcm(key: Uint8Array, plaintext: string | Buffer, additionalData?: string): Gcm {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  if (additionalData !== undefined) cipher.setAAD(Buffer.from(additionalData));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { nonce, ciphertext, tag: cipher.getAuthTag() };
}

function argon2id(
  password: string,
  salt: Buffer,
  cost: { memory: number; passes: number; parallelism?: number },
  tagLength = 32,
): Buffer {
  const { memory, passes, parallelism = 1 } = cost;
  const parameters = { message: password, nonce: salt, memory, passes, parallelism, tagLength };
  return argon2Sync('argon2id', parameters);
}

/** A low cost, because what is tested is the form; `slot` overwrites fields of the password slot. */
export function aegisVault(database: unknown, password: string, slot: object = {}): string {
  const masterKey = randomBytes(32);
  const salt = randomBytes(32);
  const wrapped = gcm(scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 }), masterKey);
  const sealed = gcm(masterKey, JSON.stringify(database));
  const passwordSlot = {
    type: 1,
    uuid: '00000000-0000-4000-8000-000000000001',
    key: wrapped.ciphertext.toString('hex'),
    key_params: { nonce: wrapped.nonce.toString('hex'), tag: wrapped.tag.toString('hex') },
    n: 1024,
    r: 8,
    p: 1,
    salt: salt.toString('hex'),
    repaired: true,
    ...slot,
  };
  const biometric = { type: 2, uuid: '00000000-0000-4000-8000-000000000002', key: 'ab' };
  return JSON.stringify({
    version: 1,
    header: {
      slots: [biometric, passwordSlot],
      params: { nonce: sealed.nonce.toString('hex'), tag: sealed.tag.toString('hex') },
    },
    db: sealed.ciphertext.toString('base64'),
  });
}

export function twoFasBackup(services: unknown, password: string): string {
  const seal = (plaintext: string): string => {
    const salt = randomBytes(256);
    const { nonce, ciphertext, tag } = gcm(
      pbkdf2Sync(password, salt, 10_000, 32, 'sha256'),
      plaintext,
    );
    return [Buffer.concat([ciphertext, tag]), salt, nonce]
      .map((part) => part.toString('base64'))
      .join(':');
  };
  return JSON.stringify({
    services: [],
    groups: [],
    schemaVersion: 4,
    appOrigin: 'android',
    servicesEncrypted: seal(JSON.stringify(services)),
    reference: seal('a reference that is always the same'),
  });
}

type BitwardenKdf =
  | { readonly kdfType: 0; readonly kdfIterations: number }
  | {
      readonly kdfType: 1;
      readonly kdfIterations: number;
      readonly kdfMemory: number;
      readonly kdfParallelism: number;
    };

export function bitwardenExport(plain: unknown, password: string, kdf: BitwardenKdf): string {
  const salt = randomBytes(16).toString('base64');
  const source =
    kdf.kdfType === 0
      ? pbkdf2Sync(password, salt, kdf.kdfIterations, 32, 'sha256')
      : argon2id(password, createHash('sha256').update(salt).digest(), {
          memory: kdf.kdfMemory * 1024,
          passes: kdf.kdfIterations,
          parallelism: kdf.kdfParallelism,
        });
  const expand = (info: string): Buffer =>
    createHmac('sha256', source).update(`${info}\u0001`).digest();
  const seal = (plaintext: string): string => {
    const iv = randomBytes(16);
    const cipher = createCipheriv('aes-256-cbc', expand('enc'), iv);
    const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    const mac = createHmac('sha256', expand('mac')).update(iv).update(ciphertext).digest();
    return `2.${[iv, ciphertext, mac].map((part) => part.toString('base64')).join('|')}`;
  };
  return JSON.stringify({
    encrypted: true,
    passwordProtected: true,
    salt,
    kdfMemory: null,
    kdfParallelism: null,
    ...kdf,
    encKeyValidation_DO_NOT_EDIT: seal('00000000-0000-4000-8000-000000000000'),
    data: seal(JSON.stringify(plain)),
  });
}

/** CryptoJS.AES.encrypt with a passphrase. */
function cryptoJs(plaintext: string | Buffer, passphrase: string): string {
  const salt = randomBytes(8);
  const rounds: Buffer[] = [];
  for (let round = 0; round < 3; round++) {
    const hash = createHash('md5')
      .update(rounds.at(-1) ?? '')
      .update(passphrase)
      .update(salt);
    rounds.push(hash.digest());
  }
  const derived = Buffer.concat(rounds);
  const cipher = createCipheriv('aes-256-cbc', derived.subarray(0, 32), derived.subarray(32));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.from('Salted__'), salt, ciphertext]).toString('base64');
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

function encodedHash(text: string, memory: number, passes: number): string {
  const salt = randomBytes(16);
  const hash = argon2id(text, salt, { memory, passes });
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${unpadded(salt)}$${unpadded(hash)}`;
}

export interface ExtensionRecord {
  readonly secret: string;
  readonly [name: string]: unknown;
}

export function extensionV1(records: readonly ExtensionRecord[], password: string): string {
  const sealed = records.map((record) => ({
    ...record,
    encrypted: true,
    secret: cryptoJs(record.secret, password),
  }));
  return JSON.stringify(Object.fromEntries(sealed.map((record, at) => [`hash-${at}`, record])));
}

export function extensionV2(records: readonly ExtensionRecord[], password: string): string {
  const key = randomBytes(120);
  const master = key.toString('hex');
  const sealed = JSON.parse(extensionV1(records, master)) as object;
  const wrapped = { enc: cryptoJs(key, password), hash: encodedHash(master, 64, 1) };
  return JSON.stringify({ ...sealed, key: wrapped });
}

export function extensionV3(records: readonly ExtensionRecord[], password: string): string {
  const salt = randomBytes(16).toString('hex');
  const derived = argon2id(password, Buffer.from(salt), { memory: 19_456, passes: 2 });
  const passphrase = unpadded(derived);
  const id = '11111111-1111-4111-8111-111111111111';
  const sealed = records.map((record, index) => ({
    dataType: 'EncOTPStorage',
    keyId: id,
    index,
    data: cryptoJs(JSON.stringify({ ...record, encrypted: true }), passphrase),
  }));
  const key = { dataType: 'Key', id, salt, hash: encodedHash(passphrase, 64, 2), version: 3 };
  return JSON.stringify({
    ...Object.fromEntries(sealed.map((record, at) => [`hash-${at}`, record])),
    [id]: key,
  });
}

export function protonExport(plain: unknown, password: string): string {
  const salt = randomBytes(16);
  const key = argon2id(password, salt, { memory: 19_456, passes: 2 });
  const { nonce, ciphertext, tag } = gcm(
    key,
    JSON.stringify(plain),
    'proton.authenticator.export.v1',
  );
  const content = Buffer.concat([nonce, ciphertext, tag]).toString('base64');
  return JSON.stringify({ version: 1, salt: salt.toString('base64'), content });
}

export function andotpNew(json: string, password: string, iterations = 2000): Buffer {
  const head = Buffer.alloc(4);
  head.writeInt32BE(iterations);
  const salt = randomBytes(12);
  const { nonce, ciphertext, tag } = gcm(pbkdf2Sync(password, salt, iterations, 32, 'sha1'), json);
  return Buffer.concat([head, salt, nonce, ciphertext, tag]);
}

/** Its first bytes are random, and here never look like a number of iterations. */
export function andotpOld(json: string, password: string): Buffer {
  const key = createHash('sha256').update(password).digest();
  for (;;) {
    const { nonce, ciphertext, tag } = gcm(key, json);
    if ((nonce[0] ?? 0) > 0x7f) return Buffer.concat([nonce, ciphertext, tag]);
  }
}

export function stratumStrong(json: string, password: string): Buffer {
  const salt = randomBytes(16);
  const key = argon2id(password, salt, { memory: 65_536, passes: 3, parallelism: 4 });
  const { nonce, ciphertext, tag } = gcm(key, json);
  return Buffer.concat([Buffer.from('AUTHENTICATORPRO'), salt, nonce, ciphertext, tag]);
}

export function stratumLegacy(json: string, password: string): Buffer {
  const salt = randomBytes(20);
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, salt, 64_000, 32, 'sha1'), iv);
  const ciphertext = Buffer.concat([cipher.update(json), cipher.final()]);
  return Buffer.concat([Buffer.from('AuthenticatorPro'), salt, iv, ciphertext]);
}

export function enteExport(
  list: string,
  password: string,
  memLimit = 65_536,
  opsLimit = 1,
): string {
  const salt = randomBytes(16);
  const key = argon2id(password, salt, { memory: Math.floor(memLimit / 1024), passes: opsLimit });
  const header = randomBytes(24);
  return JSON.stringify({
    version: 1,
    kdfParams: { memLimit, opsLimit, salt: salt.toString('base64') },
    encryptedData: secretStream(key, header, Buffer.from(list)).toString('base64'),
    encryptionNonce: header.toString('base64'),
  });
}

/** libsodium's secretstream with one message that bears the tag FINAL (3). */
function secretStream(key: Buffer, header: Buffer, message: Buffer): Buffer {
  const subkey = hchacha20(key, header.subarray(0, 16));
  const nonce = Buffer.concat([Buffer.from([1, 0, 0, 0]), header.subarray(16)]);
  const xor = (block: number, bytes: Buffer): Buffer => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32LE(block);
    return createCipheriv('chacha20', subkey, Buffer.concat([counter, nonce])).update(bytes);
  };
  const macKey = xor(0, Buffer.alloc(64)).subarray(0, 32);
  const tagBlock = Buffer.alloc(64);
  tagBlock[0] = 3;
  const block = xor(1, tagBlock);
  const ciphertext = xor(2, message);
  const lengths = Buffer.alloc(16);
  lengths.writeBigUInt64LE(BigInt(64 + ciphertext.length), 8);
  const padding = Buffer.alloc((16 - 64 + ciphertext.length) & 15);
  const mac = poly1305(macKey, Buffer.concat([block, ciphertext, padding, lengths]));
  return Buffer.concat([block.subarray(0, 1), ciphertext, mac]);
}

/** draft-irtf-cfrg-xchacha section 2.2. */
function hchacha20(key: Buffer, nonce: Buffer): Buffer {
  const constants = Buffer.from('expand 32-byte k');
  const input = Buffer.concat([constants, key, nonce]);
  const state = Uint32Array.from({ length: 16 }, (_word, at) => input.readUInt32LE(at * 4));
  const word = (at: number): number => state[at] ?? 0;
  const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
  const quarter = (a: number, b: number, c: number, d: number): void => {
    for (const [one, other, into, by] of [
      [a, b, d, 16],
      [c, d, b, 12],
      [a, b, d, 8],
      [c, d, b, 7],
    ] as const) {
      state[one] = word(one) + word(other);
      state[into] = rotate(word(into) ^ word(one), by);
    }
  };
  for (let round = 0; round < 10; round++) {
    for (const at of [0, 1, 2, 3]) quarter(at, at + 4, at + 8, at + 12);
    for (const at of [0, 1, 2, 3]) {
      quarter(at, 4 + ((at + 1) % 4), 8 + ((at + 2) % 4), 12 + ((at + 3) % 4));
    }
  }
  const out = Buffer.alloc(32);
  for (const at of [0, 1, 2, 3]) {
    out.writeUInt32LE(word(at), at * 4);
    out.writeUInt32LE(word(at + 12), 16 + at * 4);
  }
  return out;
}

/** RFC 8439 section 2.5, by big numbers. */
function poly1305(key: Buffer, message: Buffer): Buffer {
  const little = (bytes: Buffer): bigint =>
    BigInt(`0x${Buffer.from(bytes.toReversed()).toString('hex')}`);
  const prime = (1n << 130n) - 5n;
  const r = little(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  let sum = 0n;
  for (let at = 0; at < message.length; at += 16) {
    const block = Buffer.concat([message.subarray(at, at + 16), Buffer.from([1])]);
    sum = ((sum + little(block)) * r) % prime;
  }
  const tag = (sum + little(key.subarray(16))) & ((1n << 128n) - 1n);
  return Buffer.from(Buffer.from(tag.toString(16).padStart(32, '0'), 'hex').toReversed());
}
