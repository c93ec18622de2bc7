/**
 * Opens a vault from the text of SECURITY.md alone: it shares no line with
 * lib/ and uses nothing but Node's own crypto (Argon2 is there since 24.7).
 */
import {
  argon2Sync,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from 'node:crypto';
import { FORMAT, base64, canonical, hkdf, openAead, recoveryKey } from './independent-crypto.ts';

interface Slot {
  readonly [field: string]: string | number;
}

interface Items {
  readonly [key: string]: string;
}

export interface DecryptedAccount {
  readonly secret: Buffer;
  readonly view: { readonly [field: string]: unknown };
}

export type Secret =
  | { readonly passphrase: string }
  | { readonly recoveryCode: string }
  | { readonly prf: string }
  | { readonly computerKey: Buffer };

function slotKeyOf(slot: Slot, secret: Secret): Buffer | undefined {
  if ('passphrase' in secret && slot['type'] === 'passphrase') {
    return argon2Sync('argon2id', {
      message: Buffer.from(secret.passphrase.normalize('NFKC')),
      nonce: base64(slot['salt']),
      memory: Number(slot['memoryKib']),
      passes: Number(slot['iterations']),
      parallelism: Number(slot['parallelism']),
      tagLength: 32,
    });
  }
  if ('recoveryCode' in secret && slot['type'] === 'recovery-code') {
    return recoveryKey(secret.recoveryCode);
  }
  if ('computerKey' in secret && slot['type'] === 'this-computer') return secret.computerKey;
  return 'prf' in secret && slot['type'] === 'passkey' ? base64(secret.prf) : undefined;
}

function headerOf(vaultId: string, slot: Slot): Buffer {
  const { type = '', id = '' } = slot;
  const field = (name: string): string | number => slot[name] ?? '';
  if (type === 'passphrase') {
    const cost = ['memoryKib', 'iterations', 'parallelism', 'salt'].map(field);
    return canonical(vaultId, type, id, field('kdf'), field('kdfVersion'), ...cost);
  }
  if (type === 'passkey') {
    return canonical(vaultId, type, id, field('credentialId'), field('prfSalt'));
  }
  return canonical(vaultId, type, id);
}

function x25519Public(raw: Buffer): ReturnType<typeof createPublicKey> {
  const key = { kty: 'OKP', crv: 'X25519', x: raw.toString('base64url') };
  return createPublicKey({ key, format: 'jwk' });
}

function openSlot(slot: Slot, slotKey: Buffer, vaultId: string, keyId: string): Buffer {
  const header = headerOf(vaultId, slot);
  const commitKey = hkdf(slotKey, vaultId, 'nightlatch/v1/commit');
  const commit = createHmac('sha256', commitKey).update(header).digest();
  if (!commit.equals(base64(slot['commit']))) throw new Error('another secret');
  const wrapKey = hkdf(slotKey, vaultId, 'nightlatch/v1/wrap');
  const raw = openAead(wrapKey, header, base64(slot['wrapped']));
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw]);
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const sealed = base64(slot['sealed']);
  const ephemeral = sealed.subarray(0, 32);
  const shared = diffieHellman({ privateKey, publicKey: x25519Public(ephemeral) });
  const own = createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';
  const salt = Buffer.concat([ephemeral, Buffer.from(own, 'base64url')]);
  const boxKey = Buffer.from(hkdfSync('sha256', shared, salt, 'nightlatch/v1/box', 32));
  const data = canonical(vaultId, 'sealed-vault-key', slot['id'] ?? '', keyId);
  return openAead(boxKey, data, sealed.subarray(32));
}

/** The vault key behind a head's text. */
export function openHead(text: string, secret: Secret): { vaultKey: Buffer; vaultId: string } {
  const head = JSON.parse(text) as {
    format: string;
    version: number;
    vaultId: string;
    keyId: string;
    slots: Slot[];
  };
  if (head.format !== FORMAT || ![1, 2].includes(head.version)) throw new Error('another format');
  const { vaultId, keyId } = head;
  const slot = head.slots.find((one) => slotKeyOf(one, secret) !== undefined);
  const slotKey = slot && slotKeyOf(slot, secret);
  if (!slotKey) throw new Error('no slot');
  const vaultKey = openSlot(slot, slotKey, vaultId, keyId);
  const derivedId = hkdf(vaultKey, vaultId, 'nightlatch/v1/key-id', 16).toString('base64url');
  if (derivedId !== keyId) throw new Error('another vault key');
  return { vaultKey, vaultId };
}

type Listed = readonly [id: string, rev: number, hash: string, deletedMs?: number];

function openRecords(
  vaultKey: Buffer,
  vaultId: string,
  listed: readonly Listed[],
  textOf: (id: string) => string | undefined,
): Map<string, DecryptedAccount> {
  const accounts = new Map<string, DecryptedAccount>();
  for (const [id, rev, hash, deletedMs] of listed) {
    const record = JSON.parse(textOf(id) ?? '') as {
      rev: number;
      timeMs: number;
      device: string;
      state: string;
      sealed: string;
    };
    const sealed = base64(record.sealed);
    const found = createHash('sha256').update(sealed).digest('base64');
    if (record.rev !== rev || found !== hash) throw new Error(`record ${id}`);
    const { timeMs, device, state } = record;
    const data = canonical(vaultId, 'account', id, rev, timeMs, device, state);
    const plaintext = openAead(hkdf(vaultKey, vaultId, 'nightlatch/v1/records'), data, sealed);
    if (plaintext.length % 128 !== 0) throw new Error('padding');
    if ((deletedMs === undefined) !== (state === 'kept')) throw new Error('tombstone');
    if (state === 'deleted') continue;
    const length = plaintext[0] || 256;
    const secretBytes = plaintext.subarray(1, 1 + length);
    const view = JSON.parse(plaintext.subarray(1 + length).toString()) as DecryptedAccount['view'];
    accounts.set(id, { secret: secretBytes, view });
  }
  return accounts;
}

/** Whether an envelope, such as a manifest or an index, opens under this vault key. */
export function opensEnvelope(text: string, vaultKey: Buffer, vaultId: string): boolean {
  const { generation, sealed } = JSON.parse(text) as { generation: number; sealed: string };
  return ['manifest', 'index'].some((use) => {
    try {
      const data = canonical(vaultId, use, generation);
      openAead(hkdf(vaultKey, vaultId, `nightlatch/v1/${use}`), data, base64(sealed));
      return true;
    } catch {
      return false;
    }
  });
}

/** Whether the record of one of these accounts opens under this vault key. */
export function opensRecord(
  text: string,
  vaultKey: Buffer,
  vaultId: string,
  ids: readonly string[],
): boolean {
  const record = JSON.parse(text) as Record<'rev' | 'timeMs', number> &
    Record<'device' | 'state' | 'sealed', string>;
  const { rev, timeMs, device, state, sealed } = record;
  return ids.some((id) => {
    try {
      const data = canonical(vaultId, 'account', id, rev, timeMs, device, state);
      openAead(hkdf(vaultKey, vaultId, 'nightlatch/v1/records'), data, base64(sealed));
      return true;
    } catch {
      return false;
    }
  });
}

/** Every account that is not deleted, by id. Throws when anything is not as SECURITY.md says. */
export function decryptVault(items: Items, secret: Secret): Map<string, DecryptedAccount> {
  const { vaultKey, vaultId } = openHead(items['vault/head'] ?? '', secret);
  const envelope = JSON.parse(items['vault/manifest'] ?? '') as {
    generation: number;
    sealed: string;
  };
  const manifest = JSON.parse(
    openAead(
      hkdf(vaultKey, vaultId, 'nightlatch/v1/manifest'),
      canonical(vaultId, 'manifest', envelope.generation),
      base64(envelope.sealed),
    ).toString(),
  ) as { records: Listed[] };
  return openRecords(vaultKey, vaultId, manifest.records, (id) => items[`vault/account/${id}`]);
}

/** Every account of a backup file, by id. */
export function decryptBackup(text: string, secret: Secret): Map<string, DecryptedAccount> {
  return openBackup(text, secret).accounts;
}

/** The same, and of how many accounts they are some; `of` is absent in a backup of all. */
export function openBackup(
  text: string,
  secret: Secret,
): { readonly accounts: Map<string, DecryptedAccount>; readonly of: number | undefined } {
  const file = JSON.parse(text) as {
    format: string;
    version: number;
    madeMs: number;
    head: string;
    contents: string;
    records: Items;
  };
  if (file.format !== 'nightlatch-backup' || file.version !== 1) throw new Error('another format');
  const { vaultKey, vaultId } = openHead(file.head, secret);
  const contents = JSON.parse(
    openAead(
      hkdf(vaultKey, vaultId, 'nightlatch/v1/manifest'),
      canonical(vaultId, 'backup', file.madeMs),
      base64(file.contents),
    ).toString(),
  ) as { records: Listed[]; of?: number };
  const accounts = openRecords(vaultKey, vaultId, contents.records, (id) => file.records[id]);
  return { accounts, of: contents.of };
}
