import { type Bytes, utf8 } from '../../crypto/bytes.ts';
import { toBase64url } from '../../base64.ts';
import { keySource } from '../../crypto/hkdf.ts';

/** Everything derived from the vault key; none of it can be turned back into it. */
export interface DerivedKeys {
  readonly vaultId: string;
  /** Public: tells whether a vault is still under the key we hold. */
  readonly keyId: string;
  readonly records: CryptoKey;
  readonly manifest: CryptoKey;
  readonly index: CryptoKey;
  readonly slotPublicKeys: CryptoKey;
  readonly fingerprints: CryptoKey;
}

/** `vaultKey` stays the caller's to wipe. */
export async function deriveKeys(vaultKey: Bytes, vaultId: string): Promise<DerivedKeys> {
  const source = await keySource(vaultKey, utf8(vaultId));
  const [keyId, records, manifest, index, slotPublicKeys, fingerprints] = await Promise.all([
    source.bytes('nightlatch/v1/key-id', 16),
    source.aead('nightlatch/v1/records'),
    source.aead('nightlatch/v1/manifest'),
    source.aead('nightlatch/v1/index'),
    source.aead('nightlatch/v1/slot-public-keys'),
    source.hmac('nightlatch/v1/fingerprints'),
  ]);
  return {
    vaultId,
    keyId: toBase64url(keyId),
    records,
    manifest,
    index,
    slotPublicKeys,
    fingerprints,
  };
}
