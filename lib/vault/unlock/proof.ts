import { AppError } from '../../errors.ts';
import { derivePassphraseKey } from '../../crypto/argon2id.ts';
import { type Bytes, wipe } from '../../crypto/bytes.ts';
import type { Head } from '../format/head.ts';
import { findBytes } from '../format/parse.ts';
import type { VaultPorts } from '../store/ports.ts';
import { parseRecoveryCode } from '../format/recovery-code.ts';
import { findVaultKey, type Slot, type SlotUse } from '../format/slot.ts';
import type { UnlockAnswer, UnlockSecret } from '../model.ts';
import { clearFailedAttempts, countAttempt } from './failed-attempts.ts';

/** A secret that opened a slot. The caller wipes the key. */
interface Proof {
  readonly kind: 'open';
  readonly vaultKey: Bytes;
  readonly slot: Slot;
}

export type ProofAnswer = Proof | Exclude<UnlockAnswer, { readonly kind: 'open' }>;

const PASSKEY_BYTES = 32;

/** The key a secret makes for one slot; undefined: this secret is not of that slot. The caller wipes it. */
async function findSlotKey(
  ports: VaultPorts,
  use: SlotUse,
  secret: UnlockSecret,
): Promise<Bytes | undefined> {
  if (secret.kind === 'passphrase' && use.type === 'passphrase') {
    return derivePassphraseKey(secret.passphrase, use.salt, use.cost);
  }
  if (secret.kind === 'recovery-code' && use.type === 'recovery-code') {
    return parseRecoveryCode(secret.recoveryCode);
  }
  if (secret.kind === 'passkey' && use.type === 'passkey') {
    return use.credentialId === secret.credentialId ? getPrf(secret.prf) : undefined;
  }
  if (secret.kind === 'this-computer' && use.type === 'this-computer') {
    return ports.computerKey.read();
  }
  return undefined;
}

/** The 32 bytes of a PRF result in base64. Throws 'request-malformed'. */
export function getPrf(prf: string): Bytes {
  const bytes = findBytes(prf, PASSKEY_BYTES);
  if (!bytes) throw new AppError('request-malformed');
  return bytes;
}

/**
 * FailedAttempts a secret on every slot of its kind. Only passphrases are counted and
 * delayed: the other secrets have 128 bits and more. `onProven` runs after success.
 * Throws 'vault-damaged' when the only slots of that kind are damaged,
 * 'kdf-parameters-refused', 'recovery-code-malformed'.
 */
export async function prove(
  ports: VaultPorts,
  head: Head,
  secret: UnlockSecret,
  onProven: (ports: VaultPorts) => Promise<void> = clearFailedAttempts,
): Promise<ProofAnswer> {
  const ofKind = head.slots.filter(({ use }) => use.type === secret.kind);
  // We write one passphrase slot; a forged head with many would cost Argon2id for each.
  const slots = secret.kind === 'passphrase' ? ofKind.slice(0, 1) : ofKind;
  if (slots.length === 0 && head.damagedSlots.includes(secret.kind)) {
    throw new AppError('vault-damaged');
  }
  if (secret.kind === 'passphrase') {
    const untilMs = await countAttempt(ports);
    if (untilMs !== undefined) return { kind: 'delayed', untilMs };
  }
  for (const slot of slots) {
    const slotKey = await findSlotKey(ports, slot.use, secret);
    if (!slotKey) continue;
    const vaultKey = await findVaultKey(slot, slotKey, head.vaultId, head.keyId);
    wipe(slotKey);
    if (!vaultKey) continue;
    await onProven(ports);
    return { kind: 'open', vaultKey, slot };
  }
  return { kind: 'wrong' };
}
