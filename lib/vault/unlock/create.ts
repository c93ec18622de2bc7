import { AppError } from '../../errors.ts';
import { toBase64url } from '../../base64.ts';
import { type Bytes, equalBytes, wipe } from '../../crypto/bytes.ts';
import {
  DEVICE_BYTES,
  HEAD,
  HEAD_COPY,
  ID_BYTES,
  INDEX,
  KEY_BYTES,
  MANIFEST,
  MANIFEST_PREVIOUS,
  VERSION,
} from '../format/item-names.ts';
import type { Contents } from '../store/contents.ts';
import { writeHeadCopy } from '../store/head-copy.ts';
import { findHead, type Head, headItems } from '../format/head.ts';
import { sealIndex } from '../format/index-cache.ts';
import { readGenerationMark, writeGenerationMark } from '../store/generation-mark.ts';
import {
  findManifest,
  LOCK_MINUTES_DEFAULT,
  type Manifest,
  sealManifest,
} from '../format/manifest.ts';
import { passkeySlotKey, passphraseSlotKey, recoverySlotKey, wipeSlotKeys } from './new-slots.ts';
import type { VaultPorts } from '../store/ports.ts';
import { findVaultKey, newSlot, type NewSlotKey } from '../format/slot.ts';
import type { FirstKey } from '../model.ts';
import { type DerivedKeys, deriveKeys } from '../format/derived-keys.ts';

interface CreatedVault {
  /** The caller wipes it. */
  readonly vaultKey: Bytes;
  readonly keys: DerivedKeys;
  readonly recoveryCode: string;
}

const FIRST_GENERATION = 1;

/**
 * An empty vault, written and read back. Never over anything that is there,
 * readable or not. Throws 'vault-exists', 'vault-missing', 'storage-failed',
 * 'passphrase-too-weak'.
 */
export async function createVault(ports: VaultPorts, first: FirstKey): Promise<CreatedVault> {
  await checkEmpty(ports);
  const made = await prepareVault(ports, first);
  await ports.exclusive(async () => {
    await checkEmpty(ports);
    await ports.records.set(made.items);
    await checkCreated(ports, made);
    await writeGenerationMark(ports, made.keys.vaultId, FIRST_GENERATION);
    await writeHeadCopy(ports, made.items);
  });
  wipeSlotKeys(made.slotKeys);
  return made;
}

/** An empty vault that is written nowhere yet. The caller wipes its keys. */
export interface UnwrittenVault extends CreatedVault {
  readonly slotKeys: readonly NewSlotKey[];
  readonly items: Readonly<Record<string, string>>;
  readonly contents: Contents;
}

/** Throws 'passphrase-too-weak'. */
export async function prepareVault(ports: VaultPorts, first: FirstKey): Promise<UnwrittenVault> {
  const firstKey =
    'passphrase' in first
      ? await passphraseSlotKey(ports, first.passphrase)
      : passkeySlotKey(first.passkey);
  const { recoveryCode, ...recoveryKey } = await recoverySlotKey(ports);
  const vaultKey = ports.randomBytes(KEY_BYTES);
  const keys = await deriveKeys(vaultKey, toBase64url(ports.randomBytes(ID_BYTES)));
  const slotKeys: readonly NewSlotKey[] = [firstKey, recoveryKey];
  const made = await firstItems(ports, vaultKey, keys, slotKeys);
  return { vaultKey, keys, recoveryCode, slotKeys, ...made };
}

async function checkEmpty(ports: VaultPorts): Promise<void> {
  const stored = await ports.records.get([HEAD, HEAD_COPY, MANIFEST, MANIFEST_PREVIOUS]);
  if (Object.keys(stored).length > 0) throw new AppError('vault-exists');
  if (await readGenerationMark(ports)) throw new AppError('vault-missing');
}

async function firstItems(
  { randomBytes }: VaultPorts,
  vaultKey: Bytes,
  keys: DerivedKeys,
  slotKeys: readonly NewSlotKey[],
): Promise<Pick<UnwrittenVault, 'items' | 'contents'>> {
  const slots = [];
  for (const slotKey of slotKeys) {
    slots.push(await newSlot(slotKey, { vaultKey, keys }, randomBytes));
  }
  const index = await sealIndex(keys, new Map(), FIRST_GENERATION, randomBytes);
  const manifest: Manifest = {
    generation: FIRST_GENERATION,
    device: toBase64url(randomBytes(DEVICE_BYTES)),
    lockMinutes: LOCK_MINUTES_DEFAULT,
    // A recovery code is kept once the user says so.
    notes: { recovery: 'not-kept' },
    indexHash: index.hash,
    entries: new Map(),
  };
  const manifestText = await sealManifest(keys, manifest, randomBytes);
  const head: Head = {
    version: VERSION,
    vaultId: keys.vaultId,
    keyId: keys.keyId,
    slots,
    damagedSlots: [],
  };
  return {
    items: {
      ...(await headItems(head)),
      [MANIFEST]: manifestText,
      [MANIFEST_PREVIOUS]: manifestText,
      [INDEX]: index.text,
    },
    contents: {
      head,
      manifest,
      manifestText,
      index: new Map(),
      condition: 'sound',
      quarantined: [],
    },
  };
}

/** Every way in is tried on what the store gives back, before the user is told to rely on it. */
export async function checkCreated(
  ports: VaultPorts,
  { vaultKey, keys, slotKeys }: UnwrittenVault,
): Promise<void> {
  const stored = await ports.records.get([HEAD, HEAD_COPY, MANIFEST]);
  const head = await findHead(stored[HEAD], undefined);
  for (const [index, { slotKey }] of slotKeys.entries()) {
    const slot = head?.slots[index];
    const opened = slot && (await findVaultKey(slot, slotKey, keys.vaultId, keys.keyId));
    if (!opened || !equalBytes(opened, vaultKey)) throw new AppError('storage-failed');
    wipe(opened);
  }
  if (stored[HEAD] !== stored[HEAD_COPY] || !(await findManifest(keys, stored[MANIFEST]))) {
    throw new AppError('storage-failed');
  }
}
