import { keepHeadCopy } from './store/head-copy.ts';
import type { VaultPorts } from './store/ports.ts';
import { purge } from './store/purge.ts';
import type { VaultStore } from './store/vault-store.ts';

/**
 * What waits for a quiet moment after unlocking: every record is read, the bin
 * is emptied of what has lain there for 30 days, the copy of the head is renewed, and an erasing that
 * a closed browser broke off is finished. Gives the ids that cannot be read.
 */
export async function audit(ports: VaultPorts, store: VaultStore): Promise<readonly string[]> {
  const { lockEpoch } = store.session;
  const quarantined = await store.audit();
  const opened = await store.findOpened();
  if (opened?.contents.condition !== 'sound') return quarantined;
  await purge(store, ports.nowMs());
  await keepHeadCopy(ports, opened.keys);
  await ports.records.eraseOverwritten('if-unfinished').catch(() => undefined);
  store.session.throwIfLockedSince(lockEpoch);
  return quarantined;
}
