import { AppError } from '../../errors.ts';
import { toBase64url } from '../../crypto/base64.ts';
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
} from '../format/item-names.ts';
import type { Contents } from '../store/contents.ts';
import { findHead, type Head, headText } from '../format/head.ts';
import { sealIndex } from '../format/index-cache.ts';
import { readMark, writeMark } from '../store/generation-mark.ts';
import {
  envelopeHash,
  envelopeText,
  findManifest,
  LOCK_MINUTES_DEFAULT,
  type Manifest,
  sealManifest,
} from '../format/manifest.ts';
import {
  type NewSlotKey,
  passkeySlotKey,
  passphraseSlotKey,
  recoverySlotKey,
  wipeSlotKeys,
} from './new-slots.ts';
import type { VaultPorts } from '../store/ports.ts';
import { findVaultKey, newSlot } from '../format/slot.ts';
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
  const made = await makeVault(ports, first);
  await ports.exclusive(async () => {
    await checkEmpty(ports);
    await ports.records.set(made.items);
    await checkCreated(ports, made);
    await writeMark(ports, made.keys.vaultId, FIRST_GENERATION);
  });
  wipeSlotKeys(made.slotKeys);
  return made;
}

/** An empty vault that is written nowhere yet. The caller wipes its keys. */
export interface MadeVault extends CreatedVault {
  readonly slotKeys: readonly NewSlotKey[];
  readonly items: Readonly<Record<string, string>>;
  readonly contents: Contents;
}

/** Throws 'passphrase-too-weak'. */
export async function makeVault(ports: VaultPorts, first: FirstKey): Promise<MadeVault> {
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
  if (await readMark(ports)) throw new AppError('vault-missing');
}

async function firstItems(
  { randomBytes }: VaultPorts,
  vaultKey: Bytes,
  keys: DerivedKeys,
  slotKeys: readonly NewSlotKey[],
): Promise<Pick<MadeVault, 'items' | 'contents'>> {
  const slots = [];
  for (const { use, slotKey } of slotKeys) {
    slots.push(await newSlot(use, slotKey, vaultKey, keys, randomBytes));
  }
  const index = await sealIndex(keys, new Map(), FIRST_GENERATION, randomBytes);
  const manifest: Manifest = {
    generation: FIRST_GENERATION,
    device: toBase64url(randomBytes(DEVICE_BYTES)),
    lockMinutes: LOCK_MINUTES_DEFAULT,
    indexHash: await envelopeHash(index),
    entries: new Map(),
  };
  const manifestText = envelopeText(await sealManifest(keys, manifest, randomBytes));
  const head: Head = { vaultId: keys.vaultId, keyId: keys.keyId, slots, damagedSlots: [] };
  const text = await headText(head);
  return {
    items: {
      [HEAD]: text,
      [HEAD_COPY]: text,
      [MANIFEST]: manifestText,
      [MANIFEST_PREVIOUS]: manifestText,
      [INDEX]: envelopeText(index),
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
  { vaultKey, keys, slotKeys }: MadeVault,
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
