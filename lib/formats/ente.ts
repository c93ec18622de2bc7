import type { Argon2idCost } from '../crypto/argon2id.ts';
import { findUtf8, wipe } from '../crypto/bytes.ts';
import { deriveForeignArgon2id } from '../crypto/foreign-kdf.ts';
import type { Format } from './format.ts';
import { findLooseBase64 } from './open/ciphers.ts';
import { memoryMibOf, orRefusal } from './open/kdf.ts';
import { findStreamOpened, HEADER_BYTES } from './open/secret-stream.ts';
import { otpauthList } from './otpauth-list.ts';
import { ImportFile } from './parse/import-file.ts';
import { fieldOf, hasFields, textOf } from './parse/json.ts';
import { FileRefusal } from './parse/refusal.ts';

const VERSION = 1;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** The encrypted export of Ente Auth. What is inside is its plain export: a list of otpauth links. */
export const ente: Format = {
  app: 'Ente Auth',
  claims: ({ json }) => hasFields(json, 'kdfParams', 'encryptedData'),
  read: async ({ json }, password) => {
    if (fieldOf(json, 'version') !== VERSION) throw new FileRefusal('unsupported-version');
    const salt = findLooseBase64(textOf(fieldOf(json, 'kdfParams'), 'salt'));
    const cost = costOf(json);
    const header = findLooseBase64(textOf(json, 'encryptionNonce'));
    const message = findLooseBase64(textOf(json, 'encryptedData'));
    const isWhole = salt?.length === SALT_BYTES && header?.length === HEADER_BYTES && message;
    if (!isWhole) throw new FileRefusal('damaged');
    if (password === undefined) return 'needs-password';
    const key = await orRefusal(deriveForeignArgon2id(password, salt, cost, KEY_BYTES));
    const opened = findStreamOpened(key, header, message);
    wipe(key);
    if (opened === undefined) return 'wrong-password';
    if (findUtf8(opened) === undefined) throw new FileRefusal('damaged');
    return otpauthList.read(new ImportFile(opened));
  },
  memoryMib: ({ json }) => memoryMibOf(costOf(json)),
};

function costOf(json: unknown): Argon2idCost {
  const params = fieldOf(json, 'kdfParams');
  const memoryBytes = fieldOf(params, 'memLimit');
  const iterations = fieldOf(params, 'opsLimit');
  if (typeof memoryBytes !== 'number' || typeof iterations !== 'number') {
    throw new FileRefusal('damaged');
  }
  // libsodium counts whole KiB.
  return { memoryKib: Math.floor(memoryBytes / 1024), iterations, parallelism: 1 };
}
