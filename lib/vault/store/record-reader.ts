import type { Account } from '../../otp/account.ts';
import { wipe } from '../../crypto/bytes.ts';
import { type Contents, type ExpectedRecords, readRecord } from './contents.ts';
import type { AccountIndex } from '../format/index-cache.ts';
import { recordKey } from '../format/item-names.ts';
import type { VaultSession, Opened } from './session.ts';
import type { RecordStore } from './ports.ts';

const AUDIT_BATCH = 100;

/** The open vault, as one operation sees it from its start to its end. */
export interface OpenedContents extends Opened {
  readonly contents: Contents;
}

/** Reads single records, keeps what it decrypted until the next lock, and remembers what it could not. */
export class RecordReader {
  readonly #records: RecordStore;
  readonly #session: VaultSession;
  readonly #accounts = new Map<string, { readonly rev: number; readonly account: Account }>();
  readonly #quarantined = new Set<string>();

  constructor(records: RecordStore, session: VaultSession) {
    this.#records = records;
    this.#session = session;
  }

  get quarantined(): readonly string[] {
    return [...this.#quarantined];
  }

  quarantine(ids: readonly string[]): void {
    for (const id of ids) this.#quarantined.add(id);
  }

  /** The entries whose records are not known to be unreadable. */
  readableOf(index: AccountIndex): AccountIndex {
    if (this.#quarantined.size === 0) return index;
    return new Map([...index].filter(([id]) => !this.#quarantined.has(id)));
  }

  release(ids: Iterable<string>): void {
    for (const id of ids) this.#quarantined.delete(id);
  }

  /** Called with every lock. */
  forgetAll(): void {
    for (const { account } of this.#accounts.values()) wipe(account.secret);
    this.#accounts.clear();
    this.#quarantined.clear();
  }

  /**
   * Called after a write. The secret is not wiped: a reader may be about to
   * compute a code with it, and a code of zeros would be wrong. (`forgetAll`
   * may wipe, because every reader compares the lock epoch before it computes.)
   */
  forget(id: string): void {
    this.#accounts.delete(id);
  }

  /** In the order of `ids`. The secrets stay the reader's: the caller never wipes them, and copies what it keeps. */
  async load(
    { lockEpoch, keys, contents }: OpenedContents,
    ids: readonly string[],
  ): Promise<{ readonly accounts: Map<string, Account>; readonly failed: readonly string[] }> {
    const { manifest, index } = contents;
    const found = new Map<string, Account>();
    const absent: string[] = [];
    for (const id of ids) {
      const known = this.#accounts.get(id);
      if (known && known.rev === manifest.entries.get(id)?.rev) found.set(id, known.account);
      else if (index.has(id)) absent.push(id);
    }
    if (absent.length === 0) return { accounts: found, failed: [] };
    const stored = await this.#records.get(absent.map(recordKey));
    const expected = expectedOf({ keys, contents });
    await Promise.all(
      absent.map(async (id) => {
        const account = await readRecord(expected, id, stored[recordKey(id)]);
        this.#session.throwIfLockedSince(lockEpoch);
        if (!account || account === 'deleted') return;
        found.set(id, account);
        this.#quarantined.delete(id);
        const rev = manifest.entries.get(id)?.rev;
        if (rev !== undefined) this.#accounts.set(id, { rev, account });
      }),
    );
    // `found` is in the order of decryption; a vault that is made of these accounts keeps the user's order.
    const accounts = new Map<string, Account>();
    for (const id of ids) {
      const account = found.get(id);
      if (account) accounts.set(id, account);
    }
    return { accounts, failed: absent.filter((id) => !found.has(id)) };
  }

  /** Reads every account once, keeps no secret, and quarantines those that are not as written. */
  async audit({ lockEpoch, keys, contents }: OpenedContents): Promise<void> {
    const ids = [...contents.manifest.entries].flatMap(([id, { deletedMs }]) =>
      deletedMs === undefined ? [id] : [],
    );
    await this.texts({ lockEpoch, keys, contents }, ids);
  }

  /**
   * The texts of the accounts that decrypt to what was written, in the order of
   * `ids`; the others are quarantined. A disk that failed once may read well now.
   */
  async texts(
    { lockEpoch, keys, contents }: OpenedContents,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    const expected = expectedOf({ keys, contents });
    for (let offset = 0; offset < ids.length; offset += AUDIT_BATCH) {
      const batch = ids.slice(offset, offset + AUDIT_BATCH);
      const stored = await this.#records.get(batch.map(recordKey));
      const read = await Promise.all(
        batch.map(async (id) => {
          const text = stored[recordKey(id)];
          const account = await readRecord(expected, id, text);
          this.#session.throwIfLockedSince(lockEpoch);
          if (!account) this.#quarantined.add(id);
          else this.#quarantined.delete(id);
          if (account && account !== 'deleted') {
            wipe(account.secret);
            if (typeof text === 'string') return [[id, text] as const];
          }
          return [];
        }),
      );
      for (const [id, text] of read.flat()) texts.set(id, text);
    }
    return texts;
  }

  /** Removes records that have left the manifest; one that stays behind is never read. Throws 'storage-failed'. */
  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#records.remove(ids.map(recordKey));
  }
}

function expectedOf({ keys, contents }: Omit<OpenedContents, 'lockEpoch'>): ExpectedRecords {
  const { manifest, condition } = contents;
  return { keys, manifest, match: condition === 'damaged' ? 'at-least' : 'exact' };
}
