import { toBase64 } from '../../base64.ts';
import { utf8, wipe } from '../../crypto/bytes.ts';
import { deriveForeignArgon2id } from '../../crypto/foreign-kdf.ts';
import { fieldOf, hasFields, isObject, parseJson, textOf, type JsonObject } from '../parse/json.ts';
import { FileRefusal } from '../parse/refusal.ts';
import { isEncodedHash, matchesEncodedHash } from './argon2-hash.ts';
import { findCryptoJsBytes, findCryptoJsText, isCryptoJs } from './cryptojs.ts';
import { orRefusal } from './kdf.ts';

/** The cost of version 3's key derivation, which the file does not say. */
const V3_COST = { memoryKib: 19_456, iterations: 2, parallelism: 1 } as const;
const V3_KEY_BYTES = 32;
const MAX_KEYS = 10;

type Answer = readonly unknown[] | 'needs-password' | 'wrong-password';

/** The records with plain secrets, whichever of the three ways they were encrypted in. */
export async function openAuthenticatorExtension(
  json: JsonObject,
  password: string | undefined,
): Promise<Answer> {
  const values = Object.entries(json)
    .filter(([name, value]) => isObject(value) && !(name === 'key' && hasFields(value, 'enc')))
    .map(([, value]) => value);
  const keys = values.filter((value) => fieldOf(value, 'dataType') === 'Key');
  const records = values.filter((value) => fieldOf(value, 'dataType') !== 'Key');
  if (!records.some((record) => isSealed(record))) return records;
  const legacy = hasFields(fieldOf(json, 'key'), 'enc') ? fieldOf(json, 'key') : json;
  const encryptedKey = textOf(legacy, 'enc');
  if (encryptedKey !== '' && !isEncodedHash(textOf(legacy, 'hash')))
    throw new FileRefusal('damaged');
  if (password === undefined) return 'needs-password';
  if (records.some((record) => fieldOf(record, 'dataType') === 'EncOTPStorage')) {
    return openVersion3(records, keys, password);
  }
  if (encryptedKey === '') return openSecrets(records, password);
  const bytes = await findCryptoJsBytes(encryptedKey, password);
  if (bytes === undefined) return 'wrong-password';
  // The passphrase of the entries is the key's hexadecimal text, as CryptoJS prints it.
  const master = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  wipe(bytes);
  const isRight = await orRefusal(matchesEncodedHash(textOf(legacy, 'hash'), master));
  return isRight ? openSecrets(records, master) : 'wrong-password';
}

function isSealed(record: unknown): boolean {
  return (
    fieldOf(record, 'dataType') === 'EncOTPStorage' ||
    (fieldOf(record, 'encrypted') === true && isCryptoJs(textOf(record, 'secret')))
  );
}

/**
 * Versions 1 and 2: the secret alone is encrypted. Version 1 has nothing to
 * check the password by, so a wrong one is known by what comes out.
 */
async function openSecrets(records: readonly unknown[], passphrase: string): Promise<Answer> {
  const opened: unknown[] = [];
  for (const record of records) {
    const sealed = textOf(record, 'secret');
    if (!isCryptoJs(sealed)) {
      opened.push(record);
      continue;
    }
    const secret = await findCryptoJsText(sealed, passphrase);
    if (secret === undefined || !/^[\w=\s-]+$/u.test(secret)) return 'wrong-password';
    opened.push({ ...(isObject(record) ? record : {}), secret });
  }
  return opened;
}

/** Version 3: whole records under a derived key; several keys occur after conflicts of its synchronisation. */
async function openVersion3(
  records: readonly unknown[],
  keys: readonly unknown[],
  password: string,
): Promise<Answer> {
  if (keys.length > MAX_KEYS) throw new FileRefusal('kdf-out-of-range');
  const passphrases = new Map<string, string>();
  for (const key of keys) {
    const passphrase = await findVersion3Passphrase(key, password);
    if (passphrase !== undefined) passphrases.set(textOf(key, 'id'), passphrase);
  }
  if (keys.length === 0) throw new FileRefusal('damaged');
  if (passphrases.size === 0) return 'wrong-password';
  const opened: unknown[] = [];
  for (const record of records) {
    const passphrase = passphrases.get(textOf(record, 'keyId'));
    if (fieldOf(record, 'dataType') !== 'EncOTPStorage') opened.push(record);
    else if (passphrase === undefined) opened.push(undefined);
    else opened.push(await openRecord(record, passphrase));
  }
  return opened;
}

/** Undefined for a record that does not open: it is named as damaged, the others are not lost. */
async function openRecord(record: unknown, passphrase: string): Promise<unknown> {
  const text = await findCryptoJsText(textOf(record, 'data'), passphrase);
  if (text === undefined) return undefined;
  try {
    return parseJson(text);
  } catch (thrown) {
    if (thrown instanceof FileRefusal) return undefined;
    throw thrown;
  }
}

async function findVersion3Passphrase(key: unknown, password: string): Promise<string | undefined> {
  const hash = textOf(key, 'hash');
  if (!isEncodedHash(hash)) throw new FileRefusal('damaged');
  const salt = utf8(textOf(key, 'salt'));
  if (salt.length < 8) throw new FileRefusal('damaged');
  const derived = await orRefusal(deriveForeignArgon2id(password, salt, V3_COST, V3_KEY_BYTES));
  // The passphrase is the text at the end of Argon2's encoded hash, which is base64 without padding.
  const passphrase = toBase64(derived).replace(/=+$/u, '');
  wipe(derived);
  return (await orRefusal(matchesEncodedHash(hash, passphrase))) ? passphrase : undefined;
}
