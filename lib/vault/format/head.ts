import { AppError } from '../../errors.ts';
import { SALT_BYTES } from '../../crypto/argon2id.ts';
import { toBase64 } from '../../base64.ts';
import { equalBytes } from '../../crypto/bytes.ts';
import { FORMAT, HEAD, HEAD_COPY, ID_BYTES, SLOT_ID_BYTES, VERSION } from './item-names.ts';
import {
  type Fields,
  findBytes,
  findCount,
  findFields,
  findId,
  findJson,
  findText,
} from './parse.ts';
import {
  COMMIT_BYTES,
  PUBLIC_KEY_BYTES,
  SEALED_BYTES,
  type Slot,
  slotChecksum,
  type SlotUse,
  WRAPPED_BYTES,
} from './slot.ts';

/** What of the vault can be read without a secret. */
export interface Head {
  /** The version it was written in; the next write raises it to ours. */
  readonly version: number;
  readonly vaultId: string;
  /** Derived from the vault key: changes when that is replaced. */
  readonly keyId: string;
  readonly slots: readonly Slot[];
  /** What kinds of slots are there but not as they were written, one entry a slot. */
  readonly damagedSlots: readonly SlotUse['type'][];
}

export const PASSKEY_NAME_MAX = 64;
const SLOTS_MAX = 32;
const CREDENTIAL_ID_MAX = 1400; // 1023 bytes (WebAuthn section 4) in base64url

export async function headText(head: Pick<Head, 'vaultId' | 'keyId' | 'slots'>): Promise<string> {
  const slots = await Promise.all(
    head.slots.map(async (slot) => ({
      id: slot.id,
      ...useFields(slot.use),
      wrapped: toBase64(slot.wrapped),
      commit: toBase64(slot.commit),
      sealed: toBase64(slot.sealed),
      publicKey: toBase64(slot.publicKey),
      check: toBase64(await slotChecksum(slot, head.vaultId, head.keyId)),
    })),
  );
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    vaultId: head.vaultId,
    keyId: head.keyId,
    slots,
  });
}

/** The head and its copy: a flipped bit in one of them costs nothing. */
export async function headItems(head: Head): Promise<Readonly<Record<string, string>>> {
  const text = await headText(head);
  return { [HEAD]: text, [HEAD_COPY]: text };
}

function useFields(use: SlotUse): Record<string, unknown> {
  if (use.type !== 'passphrase') return { ...use };
  const { type, cost, salt } = use;
  return { type, kdf: 'argon2id', kdfVersion: 19, ...cost, salt: toBase64(salt) };
}

const TYPES: readonly SlotUse['type'][] = [
  'passphrase',
  'recovery-code',
  'passkey',
  'this-computer',
];

function findUse(fields: Fields): SlotUse | undefined {
  const type = TYPES.find((name) => name === fields.get('type'));
  if (type === 'passphrase') return findPassphraseUse(fields);
  if (type === 'passkey') {
    const credentialId = findText(fields.get('credentialId'), CREDENTIAL_ID_MAX);
    const prfSalt = findBytes(fields.get('prfSalt'), 32);
    const name = findText(fields.get('name'), PASSKEY_NAME_MAX);
    if (credentialId === undefined || !prfSalt || name === undefined) return undefined;
    return { type, credentialId, prfSalt: toBase64(prfSalt), name };
  }
  return type && { type };
}

function findPassphraseUse(fields: Fields): SlotUse | undefined {
  if (fields.get('kdf') !== 'argon2id' || fields.get('kdfVersion') !== 19) return undefined;
  const salt = findBytes(fields.get('salt'), SALT_BYTES);
  const memoryKib = findCount(fields.get('memoryKib'));
  const iterations = findCount(fields.get('iterations'));
  const parallelism = findCount(fields.get('parallelism'));
  if (!salt || memoryKib === undefined) return undefined;
  if (iterations === undefined || parallelism === undefined) return undefined;
  return { type: 'passphrase', salt, cost: { memoryKib, iterations, parallelism } };
}

async function findSlot(fields: Fields, vaultId: string, keyId: string): Promise<Slot | undefined> {
  const id = findId(fields.get('id'), SLOT_ID_BYTES);
  const use = findUse(fields);
  const wrapped = findBytes(fields.get('wrapped'), WRAPPED_BYTES);
  const commit = findBytes(fields.get('commit'), COMMIT_BYTES);
  const sealed = findBytes(fields.get('sealed'), SEALED_BYTES);
  const publicKey = findBytes(fields.get('publicKey'), PUBLIC_KEY_BYTES);
  const check = findBytes(fields.get('check'), 8);
  if (!id || !use || !wrapped || !commit || !sealed || !publicKey || !check) return undefined;
  const slot: Slot = { id, use, wrapped, commit, sealed, publicKey };
  return equalBytes(await slotChecksum(slot, vaultId, keyId), check) ? slot : undefined;
}

/** Undefined where it cannot be read; 'newer' for the format of a later Nightlatch. */
async function readHead(text: unknown): Promise<Head | 'newer' | undefined> {
  const fields = findFields(findJson(text));
  if (fields?.get('format') !== FORMAT) return undefined;
  const version = findCount(fields.get('version'));
  if (version !== undefined && version > VERSION) return 'newer';
  const vaultId = findId(fields.get('vaultId'), ID_BYTES);
  const keyId = findId(fields.get('keyId'), ID_BYTES);
  const listed = fields.get('slots');
  if (!version || !vaultId || !keyId || !Array.isArray(listed)) return undefined;
  const slots: Slot[] = [];
  const damagedSlots: SlotUse['type'][] = [];
  for (const item of listed.slice(0, SLOTS_MAX)) {
    const slotFields = findFields(item) ?? new Map<string, unknown>();
    const slot = await findSlot(slotFields, vaultId, keyId);
    if (slot) slots.push(slot);
    else damagedSlots.push(TYPES.find((name) => name === slotFields.get('type')) ?? 'passphrase');
  }
  return { version, vaultId, keyId, slots, damagedSlots };
}

/** The head when nothing in it is damaged: then its copy need not be looked at. */
export async function findSoundHead(text: unknown): Promise<Head | undefined> {
  const head = await readHead(text);
  return head && head !== 'newer' && head.slots.length > 0 && head.damagedSlots.length === 0
    ? head
    : undefined;
}

/**
 * The heads among these texts that have a way in, the one with most ways first;
 * equal texts count once. Throws 'vault-newer-version' where the only one is of
 * a later Nightlatch.
 */
export async function findHeads(texts: readonly unknown[]): Promise<readonly Head[]> {
  const read = await Promise.all([...new Set(texts)].map(readHead));
  const heads = read
    .filter((head) => head !== undefined && head !== 'newer')
    .filter((head) => head.slots.length > 0)
    .sort((one, other) => other.slots.length - one.slots.length);
  if (heads.length === 0 && read.includes('newer')) throw new AppError('vault-newer-version');
  return heads;
}

/** The better of the two copies of the head: a flipped bit in one of them costs nothing. */
export async function findHead(text: unknown, copy: unknown): Promise<Head | undefined> {
  const [best] = await findHeads([text, copy]);
  return best;
}
