import { wipe } from '../../crypto/bytes.ts';
import type { UnlockAnswer, UnlockSecret } from '../model.ts';
import type { VaultPorts } from '../store/ports.ts';
import type { VaultStore } from '../store/vault-store.ts';
import { prove } from './proof.ts';

type ProvenAgain =
  | Exclude<UnlockAnswer, { readonly kind: 'open' }>
  | { readonly kind: 'open'; readonly lockEpoch: number };

/** The proof of who has an open vault before him. Throws 'vault-locked', also after a lock meanwhile. */
export async function proveAgain(
  ports: VaultPorts,
  store: VaultStore,
  secret: UnlockSecret,
): Promise<ProvenAgain> {
  const { lockEpoch, contents } = await store.getOpened();
  const proof = await prove(ports, [contents.head], secret);
  if (proof.kind !== 'open') return proof;
  wipe(proof.vaultKey);
  store.session.throwIfLockedSince(lockEpoch);
  return { kind: 'open', lockEpoch };
}
