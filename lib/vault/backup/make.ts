import type { AccountView } from '../../otp/account.ts';
import type { UnlockAnswer, UnlockSecret } from '../model.ts';
import type { VaultPorts } from '../store/ports.ts';
import type { VaultStore } from '../store/vault-store.ts';
import { proveAgain } from '../unlock/prove-again.ts';
import { sealBackup } from './backup.ts';

export interface MadeBackup {
  readonly text: string;
  /** Unix time, ms. */
  readonly madeMs: number;
  readonly accounts: number;
  /** In a backup of some accounts, how many the vault has outside of the bin. */
  readonly of?: number;
  /** Accounts that belong into it and cannot be read. */
  readonly unread: readonly AccountView[];
}

/**
 * All that can be read, also of an older or damaged vault, or those of the
 * chosen accounts that are not in the bin. Who chooses all of them gets the
 * backup of the whole vault.
 */
export async function makeBackup(
  { randomBytes, nowMs }: VaultPorts,
  store: VaultStore,
  chosen?: ReadonlySet<string>,
): Promise<MadeBackup> {
  return store.write(
    async (opened) => {
      const all = [...opened.contents.index.values()].map(({ view }) => view);
      const live = all.filter(({ binnedMs }) => binnedMs === undefined);
      const some = chosen ? live.filter(({ id }) => chosen.has(id)) : live;
      const isWhole = some.length === live.length;
      const wanted = isWhole ? all : some;
      const ids = wanted.map(({ id }) => id);
      const texts = await store.reader.texts(opened, ids);
      const facts = { madeMs: nowMs(), ...(isWhole ? {} : { of: live.length }) };
      const text = await sealBackup(opened, texts, facts, randomBytes);
      store.session.throwIfLockedSince(opened.lockEpoch);
      const unread = wanted.filter(({ id }) => !texts.has(id));
      return { ...facts, text, accounts: texts.size, unread };
    },
    ['sound', 'older', 'damaged'],
  );
}

/** The same of chosen accounts, after a proof. */
export async function makeChosenBackup(
  ports: VaultPorts,
  store: VaultStore,
  ids: readonly string[],
  secret: UnlockSecret,
): Promise<
  Exclude<UnlockAnswer, { readonly kind: 'open' }> | ({ readonly kind: 'open' } & MadeBackup)
> {
  const proof = await proveAgain(ports, store, secret);
  if (proof.kind !== 'open') return proof;
  return { kind: 'open', ...(await makeBackup(ports, store, new Set(ids))) };
}
