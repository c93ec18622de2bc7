import { toBase64 } from '../../base64.ts';
import { type Bytes, utf8, wipe } from '../../crypto/bytes.ts';
import { checkForeignArgon2id, deriveForeignArgon2id } from '../../crypto/foreign-kdf.ts';
import { fieldOf, hasFields, isObject, parseJson, textOf, type JsonObject } from '../parse/json.ts';
import { FileRefusal } from '../parse/refusal.ts';
import { encodedCostOf, isEncodedHash, matchesEncodedHash } from './argon2-hash.ts';
import { findCryptoJsBytes, findCryptoJsText, isCryptoJs } from './cryptojs.ts';
import { checkedCost, orRefusal, readableOf } from './kdf.ts';

/** The cost of version 3's key derivation, which the file does not say. */
const V3_COST = { memoryKib: 19_456, iterations: 2, parallelism: 1 } as const;
const V3_KEY_BYTES = 32;
const MAX_KEYS = 10;

/** A record with its plain secret; undefined where not even its names can be read. */
export interface OpenedRecord {
  readonly record: unknown;
  /** What is encrypted of it does not open, though others do. */
  readonly isDamaged: boolean;
}

type Answer = readonly OpenedRecord[] | 'needs-password' | 'wrong-password';

/** The records with plain secrets, whichever of the three ways they were encrypted in. */
export async function openAuthenticatorExtension(
  json: JsonObject,
  password: string | undefined,
): Promise<Answer> {
  const values = Object.entries(json)
    .filter(([name, value]) => isObject(value) && !(name === 'key' && hasFields(value, 'enc')))
    .map(([, value]) => value);
  const records = values.filter((value) => fieldOf(value, 'dataType') !== 'Key');
  if (!records.some((record) => isSealed(record))) return records.map((record) => whole(record));
  if (records.some((record) => fieldOf(record, 'dataType') === 'EncOTPStorage')) {
    const keys = readKeys(values.filter((value) => fieldOf(value, 'dataType') === 'Key'));
    return password === undefined ? 'needs-password' : openVersion3(records, keys, password);
  }
  const legacy = hasFields(fieldOf(json, 'key'), 'enc') ? fieldOf(json, 'key') : json;
  const encryptedKey = textOf(legacy, 'enc');
  const hash = textOf(legacy, 'hash');
  if (encryptedKey !== '') checkHash(hash);
  if (password === undefined) return 'needs-password';
  if (encryptedKey === '') return openVersion1(records, password);
  const bytes = await findCryptoJsBytes(encryptedKey, password);
  if (bytes === undefined) return 'wrong-password';
  // The passphrase of the entries is the key's hexadecimal text, as CryptoJS prints it.
  const master = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  wipe(bytes);
  const isRight = await orRefusal(matchesEncodedHash(hash, master));
  return isRight ? openSecrets(records, master) : 'wrong-password';
}

function whole(record: unknown): OpenedRecord {
  return { record, isDamaged: false };
}

function damaged(record: unknown): OpenedRecord {
  return { record, isDamaged: true };
}

function isSealed(record: unknown): boolean {
  return (
    fieldOf(record, 'dataType') === 'EncOTPStorage' ||
    (fieldOf(record, 'encrypted') === true && isCryptoJs(textOf(record, 'secret')))
  );
}

/** Version 1 has nothing to check the password by: a wrong one is known by opening none of the secrets. */
async function openVersion1(records: readonly unknown[], password: string): Promise<Answer> {
  const opened = await openSecrets(records, password);
  const isRight = records.some((record, at) => isSealed(record) && !opened[at]?.isDamaged);
  return isRight ? opened : 'wrong-password';
}

/** Versions 1 and 2: the secret alone is encrypted. */
async function openSecrets(
  records: readonly unknown[],
  passphrase: string,
): Promise<readonly OpenedRecord[]> {
  const opened: OpenedRecord[] = [];
  for (const record of records) {
    const sealed = textOf(record, 'secret');
    if (!isCryptoJs(sealed)) {
      opened.push(whole(record));
      continue;
    }
    const secret = await findCryptoJsText(sealed, passphrase);
    const isSecret = secret !== undefined && /^[\w=\s-]+$/u.test(secret);
    const names = isObject(record) ? record : {};
    opened.push(isSecret ? whole({ ...names, secret }) : damaged(record));
  }
  return opened;
}

interface Version3Key {
  readonly id: string;
  readonly hash: string;
  readonly salt: Bytes;
}

/** The keys that can be tried: several occur after conflicts of its synchronisation. */
function readKeys(keys: readonly unknown[]): readonly Version3Key[] {
  if (keys.length === 0) throw new FileRefusal('damaged');
  if (keys.length > MAX_KEYS) throw new FileRefusal('kdf-out-of-range');
  const readable = readableOf(keys, (key): Version3Key => {
    const hash = textOf(key, 'hash');
    checkHash(hash);
    const salt = utf8(textOf(key, 'salt'));
    if (salt.length < 8) throw new FileRefusal('damaged');
    return { id: textOf(key, 'id'), hash, salt };
  });
  const costs = readable.flatMap(({ hash }) => [V3_COST, encodedCostOf(hash)]);
  checkedCost(() => checkForeignArgon2id(...costs));
  return readable;
}

/** Throws FileRefusal for what is no encoded hash, and for one that costs more than any real one. */
function checkHash(hash: string): void {
  if (!isEncodedHash(hash)) throw new FileRefusal('damaged');
  checkedCost(() => checkForeignArgon2id(encodedCostOf(hash)));
}

/** Version 3: whole records under a derived key. */
async function openVersion3(
  records: readonly unknown[],
  keys: readonly Version3Key[],
  password: string,
): Promise<Answer> {
  const passphrases = new Map<string, string>();
  for (const key of keys) {
    const passphrase = await findPassphrase(key, password);
    if (passphrase !== undefined) passphrases.set(key.id, passphrase);
  }
  if (passphrases.size === 0) return 'wrong-password';
  const opened: OpenedRecord[] = [];
  for (const record of records) {
    const passphrase = passphrases.get(textOf(record, 'keyId'));
    if (fieldOf(record, 'dataType') !== 'EncOTPStorage') opened.push(whole(record));
    else if (passphrase === undefined) opened.push(damaged(undefined));
    else opened.push(await openRecord(record, passphrase));
  }
  return opened;
}

async function openRecord(record: unknown, passphrase: string): Promise<OpenedRecord> {
  const text = await findCryptoJsText(textOf(record, 'data'), passphrase);
  if (text === undefined) return damaged(undefined);
  try {
    return whole(parseJson(text));
  } catch (thrown) {
    if (thrown instanceof FileRefusal) return damaged(undefined);
    throw thrown;
  }
}

async function findPassphrase(
  { hash, salt }: Version3Key,
  password: string,
): Promise<string | undefined> {
  const derived = await orRefusal(deriveForeignArgon2id(password, salt, V3_COST, V3_KEY_BYTES));
  // The passphrase is the text at the end of Argon2's encoded hash, which is base64 without padding.
  const passphrase = toBase64(derived).replace(/=+$/u, '');
  wipe(derived);
  return (await orRefusal(matchesEncodedHash(hash, passphrase))) ? passphrase : undefined;
}
