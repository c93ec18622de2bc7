import { AppError } from '../../errors.ts';
import { calibrateCost, derivePassphraseKey, SALT_BYTES } from '../../crypto/argon2id.ts';
import { wipe } from '../../crypto/bytes.ts';
import { findBytes, findText } from '../format/parse.ts';
import { PASSKEY_NAME_MAX } from '../format/head.ts';
import type { VaultPorts } from '../store/ports.ts';
import { getPrf } from './proof.ts';
import { formatRecoveryCode, RECOVERY_BYTES } from '../format/recovery-code.ts';
import type { NewSlotKey } from '../format/slot.ts';
import type { NewPasskey } from '../model.ts';

/** UTF-16 units after NFKC; real guessability is measured where the passphrase is typed. */
const PASSPHRASE_MIN = 8;
const PASSPHRASE_MAX = 1024;

/** Throws 'passphrase-too-weak'. Takes one to two seconds. */
export async function passphraseSlotKey(
  ports: VaultPorts,
  passphrase: string,
): Promise<NewSlotKey> {
  const length = passphrase.slice(0, PASSPHRASE_MAX + 1).normalize('NFKC').length;
  if (length < PASSPHRASE_MIN || length > PASSPHRASE_MAX) {
    throw new AppError('passphrase-too-weak');
  }
  const cost = await calibrateCost(ports.elapsedMs);
  const salt = ports.randomBytes(SALT_BYTES);
  const slotKey = await derivePassphraseKey(passphrase, salt, cost);
  return { use: { type: 'passphrase', salt, cost }, slotKey };
}

export async function recoverySlotKey(
  ports: VaultPorts,
): Promise<NewSlotKey & { readonly recoveryCode: string }> {
  const slotKey = ports.randomBytes(RECOVERY_BYTES);
  const recoveryCode = await formatRecoveryCode(slotKey);
  return { use: { type: 'recovery-code' }, slotKey, recoveryCode };
}

/** Throws 'request-malformed'. */
export function passkeySlotKey(passkey: NewPasskey): NewSlotKey {
  const { credentialId, prfSalt } = passkey;
  const name = getPasskeyName(passkey.name);
  if (!/^[\w-]{1,1400}$/.test(credentialId) || !findBytes(prfSalt, 32)) {
    throw new AppError('request-malformed');
  }
  return { use: { type: 'passkey', credentialId, prfSalt, name }, slotKey: getPrf(passkey.prf) };
}

/** Throws 'label-too-long', 'label-forbidden-character'. */
export function getPasskeyName(name: string): string {
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name)) throw new AppError('label-forbidden-character');
  const trimmed = findText(name.trim(), PASSKEY_NAME_MAX);
  if (trimmed === undefined) throw new AppError('label-too-long');
  return trimmed;
}

export function wipeSlotKeys(keys: readonly NewSlotKey[]): void {
  for (const { slotKey } of keys) wipe(slotKey);
}
