import { ask } from '../../lib/protocol/client.ts';
import type { FirstKey } from '../../lib/protocol/vault-views.ts';
import { strengthOf } from '../../lib/strength/strength.ts';

/** Has 'Health' remember how a new vault began. The vault is there, whatever becomes of this. */
export async function noteNewVault(first: FirstKey): Promise<void> {
  const strength =
    first.kind === 'passphrase' ? { strength: (await strengthOf(first.passphrase)).level } : {};
  await ask('healthNote', { recovery: 'not-kept', ...strength }).catch(() => undefined);
}
