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
import { secretStream } from './secret-stream.ts';

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

export function argon2id(
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
