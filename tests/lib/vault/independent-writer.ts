/**
 * Writes a backup file from the text of SECURITY.md alone: it shares no line
 * with lib/ and uses nothing but Node's own crypto. The same seed, the same file.
 */
import {
  argon2Sync,
  createCipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from 'node:crypto';

const FORMAT = 'nightlatch-vault';
const DEVICE = 'AAECAwQFBgc';

export interface WrittenAccount {
  readonly secret: Buffer;
  readonly issuer: string;
  readonly label: string;
  readonly [field: string]: unknown;
}

interface Wish {
  readonly seed: string;
  readonly passphrase: string;
  readonly madeMs: number;
  readonly accounts: readonly WrittenAccount[];
  /** In a backup of some accounts, how many the vault had. */
  readonly of?: number;
  /** Of the format; the present one where a test does not say. */
  readonly version?: 1 | 2;
  /** Of the passphrase slot; the least that is accepted where a test does not say. */
  readonly cost?: {
    readonly memoryKib: number;
    readonly iterations: number;
    readonly parallelism: number;
  };
}

function canonical(...parts: readonly (string | number)[]): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, 1, ...parts]));
}

function hkdf(key: Buffer, salt: Buffer | string, info: string, length = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, length));
}

function padded(text: string, before = Buffer.alloc(0)): Buffer {
  const plain = Buffer.concat([before, Buffer.from(text)]);
  return Buffer.concat([plain, Buffer.alloc((128 - (plain.length % 128)) % 128, ' ')]);
}

function keyPair(raw: Buffer): {
  readonly privateKey: ReturnType<typeof createPrivateKey>;
  readonly publicRaw: Buffer;
} {
  const key = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw]);
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { privateKey, publicRaw: Buffer.from(x, 'base64url') };
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function recoveryCodeOf(key: Buffer): string {
  const check = createHash('sha256').update('nightlatch/v1/recovery-check').update(key).digest();
  const bits = [...key, ...check]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .slice(0, 140);
  const characters = (bits.match(/.{5}/g) ?? []).map((five) => CROCKFORD[parseInt(five, 2)]);
  return (characters.join('').match(/.{4}/g) ?? []).join('-');
}

/** The file's text, and the recovery code that opens it beside the passphrase. */
export function writeBackup(wish: Wish): { readonly text: string; readonly recoveryCode: string } {
  let counter = 0;
  const random = (length: number): Buffer =>
    createHash('sha512').update(`${wish.seed}/${counter++}`).digest().subarray(0, length);
  const seal = (key: Buffer, data: Buffer, plaintext: Buffer): Buffer => {
    const nonce = random(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(data);
    return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  };

  const vaultId = random(16).toString('base64url');
  const vaultKey = random(32);
  const keyId = hkdf(vaultKey, vaultId, 'nightlatch/v1/key-id', 16).toString('base64url');

  const slotOf = (
    fields: Readonly<Record<string, string | number>>,
    header: Buffer,
    slotKey: Buffer,
  ): object => {
    const id = String(fields['id']);
    const { publicRaw } = keyPair(Buffer.alloc(32, id));
    const ephemeral = keyPair(random(32));
    const publicKey = createPublicKey({
      key: { kty: 'OKP', crv: 'X25519', x: publicRaw.toString('base64url') },
      format: 'jwk',
    });
    const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey });
    const salt = Buffer.concat([ephemeral.publicRaw, publicRaw]);
    const boxKey = hkdf(shared, salt, 'nightlatch/v1/box');
    const parts = {
      wrapped: seal(hkdf(slotKey, vaultId, 'nightlatch/v1/wrap'), header, Buffer.alloc(32, id)),
      commit: createHmac('sha256', hkdf(slotKey, vaultId, 'nightlatch/v1/commit'))
        .update(header)
        .digest(),
      sealed: Buffer.concat([
        ephemeral.publicRaw,
        seal(boxKey, canonical(vaultId, 'sealed-vault-key', id, keyId), vaultKey),
      ]),
      publicKey: seal(
        hkdf(vaultKey, vaultId, 'nightlatch/v1/slot-public-keys'),
        Buffer.concat([canonical(vaultId, 'slot-public-key', id), header]),
        publicRaw,
      ),
    };
    const { wrapped, commit, sealed } = parts;
    const check = createHash('sha256')
      .update(Buffer.concat([header, Buffer.from(keyId), wrapped, commit, sealed, parts.publicKey]))
      .digest()
      .subarray(0, 8);
    const texts = Object.entries({ ...parts, check }).map(([name, bytes]) => [
      name,
      bytes.toString('base64'),
    ]);
    return { ...fields, ...(Object.fromEntries(texts) as object) };
  };

  const salt = random(16);
  const cost = wish.cost ?? { memoryKib: 19_456, iterations: 2, parallelism: 1 };
  const { memoryKib, iterations, parallelism } = cost;
  const id = random(8).toString('base64url');
  const typed = argon2Sync('argon2id', {
    message: Buffer.from(wish.passphrase.normalize('NFKC')),
    nonce: salt,
    // A slot that costs more than anyone may ask for is forged, not computed.
    memory: Math.min(memoryKib, 262_144),
    passes: Math.min(iterations, 16),
    parallelism,
    tagLength: 32,
  });
  const saltText = salt.toString('base64');
  const passphraseSlot = slotOf(
    { id, type: 'passphrase', kdf: 'argon2id', kdfVersion: 19, ...cost, salt: saltText },
    canonical(
      vaultId,
      'passphrase',
      id,
      'argon2id',
      19,
      memoryKib,
      iterations,
      parallelism,
      saltText,
    ),
    typed,
  );
  const recoveryKey = random(16);
  const recoveryId = random(8).toString('base64url');
  const recoverySlot = slotOf(
    { id: recoveryId, type: 'recovery-code' },
    canonical(vaultId, 'recovery-code', recoveryId),
    recoveryKey,
  );

  const records: Record<string, string> = {};
  const listed = wish.accounts.map((account) => {
    const { secret, ...fields } = account;
    const accountId = random(16).toString('base64url');
    const view = {
      id: accountId,
      ...(wish.version === 1 ? {} : { type: 'totp' }),
      algorithm: 'SHA-1',
      digits: 6,
      periodSeconds: 30,
      status: 'confirmed',
      pinned: 'unpinned',
      tags: [],
      note: '',
      sites: ['vms-cloud'],
      createdMs: 1,
      changedMs: 2,
      ...fields,
    };
    const plaintext = padded(
      JSON.stringify(view),
      Buffer.concat([Buffer.from([secret.length % 256]), secret]),
    );
    const stamp = { rev: 3, timeMs: 2, device: DEVICE, state: 'kept' };
    const data = canonical(vaultId, 'account', accountId, 3, 2, DEVICE, 'kept');
    const sealed = seal(hkdf(vaultKey, vaultId, 'nightlatch/v1/records'), data, plaintext);
    records[accountId] = JSON.stringify({ ...stamp, sealed: sealed.toString('base64') });
    return [accountId, 3, createHash('sha256').update(sealed).digest('base64')] as const;
  });
  const contents = seal(
    hkdf(vaultKey, vaultId, 'nightlatch/v1/manifest'),
    canonical(vaultId, 'backup', wish.madeMs),
    padded(JSON.stringify({ records: listed, of: wish.of })),
  );
  const head = {
    format: FORMAT,
    version: wish.version ?? 2,
    vaultId,
    keyId,
    slots: [passphraseSlot, recoverySlot],
  };
  const text = JSON.stringify({
    format: 'nightlatch-backup',
    version: 1,
    madeMs: wish.madeMs,
    head: JSON.stringify(head),
    contents: contents.toString('base64'),
    records,
  });
  return { text, recoveryCode: recoveryCodeOf(recoveryKey) };
}
