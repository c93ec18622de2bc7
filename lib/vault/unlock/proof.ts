import { AppError } from '../../errors.ts';
import { toBase64 } from '../../base64.ts';
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
  /** spare: only a head outside of the store has the slot as it was written. */
  readonly from: 'store' | 'spare';
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

interface ProofOptions {
  /** Runs after success. */
  readonly onProven?: (ports: VaultPorts) => Promise<void>;
  /** Heads to try last. */
  readonly spare?: readonly Head[];
  /** Whether the store is under the key that a spare head gave: such a head may be an old one. */
  readonly isOfStore?: (vaultKey: Bytes, head: Head) => Promise<boolean>;
}

/**
 * Tries a secret on every slot of its kind, in each of these heads: the best
 * one may be forged, with its checksum made right again. Only passphrases are
 * counted and delayed: the other secrets have 128 bits and more. Throws
 * 'vault-damaged' when the only slots of that kind are damaged,
 * 'kdf-parameters-refused', 'recovery-code-malformed'.
 */
export async function prove(
  ports: VaultPorts,
  heads: readonly Head[],
  secret: UnlockSecret,
  { onProven = clearFailedAttempts, spare = [], isOfStore }: ProofOptions = {},
): Promise<ProofAnswer> {
  const own = heads.flatMap((head) => slotsFor(head, secret, 'store'));
  const slots = [...own, ...spare.flatMap((head) => slotsFor(head, secret, 'spare'))];
  const isDamaged =
    own.length === 0 && heads.some((head) => head.damagedSlots.includes(secret.kind));
  if (isDamaged && slots.length === 0) throw new AppError('vault-damaged');
  if (secret.kind === 'passphrase') {
    const untilMs = await countAttempt(ports);
    if (untilMs !== undefined) return { kind: 'delayed', untilMs };
  }
  let failure: unknown;
  for (const { slot, head, from } of withoutRepeats(slots)) {
    try {
      const vaultKey = await findOpenedBy(ports, slot, head, secret);
      if (!vaultKey) continue;
      if (from === 'spare' && (await isOfStore?.(vaultKey, head)) !== true) {
        wipe(vaultKey);
        continue;
      }
      await onProven(ports);
      return { kind: 'open', vaultKey, slot, from };
    } catch (thrown) {
      failure ??= thrown;
    }
  }
  if (failure !== undefined) throw failure;
  if (isDamaged) throw new AppError('vault-damaged');
  return { kind: 'wrong' };
}

interface SlotOfHead extends Pick<Proof, 'slot' | 'from'> {
  readonly head: Head;
}

function slotsFor(
  head: Head,
  secret: UnlockSecret,
  from: SlotOfHead['from'],
): readonly SlotOfHead[] {
  const ofKind = head.slots.filter(({ use }) => use.type === secret.kind);
  // We write one passphrase slot; a forged head with many would cost Argon2id for each.
  const slots = secret.kind === 'passphrase' ? ofKind.slice(0, 1) : ofKind;
  return slots.map((slot) => ({ slot, head, from }));
}

/** Two heads that differ in one slot share the others: each costs its key derivation once. */
function withoutRepeats(slots: readonly SlotOfHead[]): readonly SlotOfHead[] {
  const known = new Map<string, SlotOfHead>();
  for (const one of slots) {
    const { head, slot } = one;
    const parts = [slot.wrapped, slot.commit, slot.sealed].map(toBase64);
    const key = JSON.stringify([head.vaultId, head.keyId, slot.id, slot.use, ...parts]);
    if (!known.has(key)) known.set(key, one);
  }
  return [...known.values()];
}

async function findOpenedBy(
  ports: VaultPorts,
  slot: Slot,
  head: Head,
  secret: UnlockSecret,
): Promise<Bytes | undefined> {
  const slotKey = await findSlotKey(ports, slot.use, secret);
  if (!slotKey) return undefined;
  try {
    return await findVaultKey(slot, slotKey, head.vaultId, head.keyId);
  } finally {
    wipe(slotKey);
  }
}
