import { ask } from '../../lib/protocol/client.ts';
import type { FirstKey } from '../../lib/protocol/vault-views.ts';
import { strengthOf } from '../../lib/strength/strength.ts';

/** Has 'Health' remember how strong the passphrase of a new vault is. The vault is there, whatever becomes of this. */
export async function noteNewVault(first: FirstKey): Promise<void> {
  if (first.kind !== 'passphrase') return;
  await strengthOf(first.passphrase)
    .then(({ level }) => ask('healthNote', { strength: level }))
    .catch(() => undefined);
}
