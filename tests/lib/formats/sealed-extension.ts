/** Writers of the three encrypted exports of the Authenticator extension. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { argon2id } from './sealing.ts';

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

/** A sealed file with the key or secret of its record number `at` cut short. */
export function withDamagedRecord(content: string, at: number): string {
  const records = JSON.parse(content) as Record<string, { secret?: string; data?: string }>;
  const record = records[`hash-${at}`];
  if (record?.secret !== undefined) record.secret = record.secret.slice(0, 40);
  if (record?.data !== undefined) record.data = record.data.slice(0, 40);
  return JSON.stringify(records);
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
