import { AppError } from '../errors.ts';
import type { Account } from '../otp/account.ts';
import { wipe } from '../crypto/bytes.ts';
import { type Changes, checkWritten, sealChanges } from './changes.ts';
import { type Contents, readContents, readRecord } from './contents.ts';
import { HEAD, INDEX, MANIFEST, recordKey } from './format.ts';
import { Latch, type Opened } from './latch.ts';
import type { VaultPorts } from './ports.ts';

const AUDIT_BATCH = 100;

/** The open vault, as one operation sees it from its start to its end. */
export interface OpenedContents extends Opened {
  readonly contents: Contents;
}

/** The one reader and the one writer of the store. */
export class Ledger {
  readonly latch: Latch;
  readonly #ports: VaultPorts;
  #contents: Contents | undefined;
  /** Accounts decrypted since the last lock; wiped by it. */
  readonly #accounts = new Map<string, { readonly rev: number; readonly account: Account }>();
  readonly #quarantined = new Set<string>();

  constructor(ports: VaultPorts, onLock: () => void) {
    this.#ports = ports;
    this.latch = new Latch(ports, () => {
      this.#forget();
      onLock();
    });
  }

  get quarantined(): readonly string[] {
    return [...this.#quarantined];
  }

  #forget(): void {
    this.#contents = undefined;
    for (const { account } of this.#accounts.values()) wipe(account.secret);
    this.#accounts.clear();
    this.#quarantined.clear();
  }

  /** Undefined while locked. */
  async findOpened(): Promise<OpenedContents | undefined> {
    const known = this.#contents;
    if (known) {
      const opened = await this.latch.findOpened();
      return opened && { ...opened, contents: this.#contents ?? known };
    }
    // Both at once: after a wake-up the popup waits for the slower, not for the sum.
    const [opened, stored] = await Promise.all([
      this.latch.findOpened(),
      this.#get([HEAD, MANIFEST, INDEX]),
    ]);
    if (!opened) return undefined;
    return this.#read(opened, stored);
  }

  async #read(
    opened: Opened,
    stored: Readonly<Record<string, unknown>>,
  ): Promise<OpenedContents | undefined> {
    const newest = this.latch.facts;
    if (!newest) return undefined;
    try {
      const contents = await readContents(this.#ports.records, opened.keys, stored, newest);
      this.latch.still(opened.turn);
      for (const id of contents.quarantined) this.#quarantined.add(id);
      // A write may have finished while we read: never put an older picture over its own.
      if ((this.#contents?.manifest.generation ?? 0) <= contents.manifest.generation) {
        this.#contents = contents;
      }
      return { ...opened, contents };
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'vault-locked') throw thrown;
      // The vault on disk is gone, or under another key: ours opens nothing any more.
      if (opened.turn === this.latch.turn) await this.latch.lock();
      return undefined;
    }
  }

  /** Throws 'vault-locked'. */
  async getOpened(): Promise<OpenedContents> {
    const opened = await this.findOpened();
    if (!opened) throw new AppError('vault-locked');
    return opened;
  }

  /**
   * The accounts with their secrets, read in one go; unreadable, deleted and
   * unknown ones are left out. The secrets are ours: never wiped by the caller.
   */
  async readAccounts(
    opened: OpenedContents,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Account>> {
    const { accounts, failed } = await this.#load(opened, ids);
    if (failed.length === 0) return accounts;
    // What does not fit may have been written since: only what still fails in the lock is damage.
    return this.#ports.exclusive(async () => {
      const present = await this.#present();
      return new Map([...accounts, ...(await this.readWithin(present, failed))]);
    });
  }

  /** Reads every record once and keeps no secret; gives the ids of those that are not as written. */
  async audit(): Promise<readonly string[]> {
    return this.#ports.exclusive(async () => {
      const opened = await this.#present();
      const { manifest, condition } = opened.contents;
      const match = condition === 'damaged' ? 'at-least' : 'exact';
      const ids = [...manifest.entries.keys()];
      for (let offset = 0; offset < ids.length; offset += AUDIT_BATCH) {
        const batch = ids.slice(offset, offset + AUDIT_BATCH);
        const stored = await this.#getRecords(batch);
        await Promise.all(
          batch.map(async (id) => {
            const text = stored[recordKey(id)];
            const account = await readRecord(opened.keys, id, text, manifest, match);
            this.latch.still(opened.turn);
            if (!account) this.#quarantined.add(id);
            else if (account !== 'deleted') wipe(account.secret);
          }),
        );
      }
      return this.quarantined;
    });
  }

  /** The same, from inside `write`. */
  async readWithin(
    opened: OpenedContents,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Account>> {
    const { accounts, failed } = await this.#load(opened, ids);
    for (const id of failed) this.#quarantined.add(id);
    return accounts;
  }

  async #load(
    opened: OpenedContents,
    ids: readonly string[],
  ): Promise<{ readonly accounts: Map<string, Account>; readonly failed: readonly string[] }> {
    const { manifest, index, condition } = opened.contents;
    const accounts = new Map<string, Account>();
    const absent: string[] = [];
    for (const id of ids) {
      const known = this.#accounts.get(id);
      if (known && known.rev === manifest.entries.get(id)?.rev) accounts.set(id, known.account);
      else if (index.has(id)) absent.push(id);
    }
    if (absent.length === 0) return { accounts, failed: [] };
    const stored = await this.#getRecords(absent);
    const match = condition === 'damaged' ? 'at-least' : 'exact';
    const failed: string[] = [];
    await Promise.all(
      absent.map(async (id) => {
        const text = stored[recordKey(id)];
        const account = await readRecord(opened.keys, id, text, manifest, match);
        this.latch.still(opened.turn);
        if (!account || account === 'deleted') {
          failed.push(id);
          return;
        }
        accounts.set(id, account);
        const rev = manifest.entries.get(id)?.rev;
        if (rev !== undefined) this.#accounts.set(id, { rev, account });
      }),
    );
    return { accounts, failed };
  }

  /**
   * The one write path: alone among all contexts, on what the store says now,
   * in one set(), read back and decrypted before it resolves.
   */
  async write<Value>(
    edit: (opened: OpenedContents, changes: Changes) => Promise<Value>,
    allowed: readonly Contents['condition'][] = ['sound'],
  ): Promise<Value> {
    return this.#ports.exclusive(async () => {
      const opened = await this.#present();
      const { condition } = opened.contents;
      if (!allowed.includes(condition)) {
        throw new AppError(condition === 'older' ? 'vault-older' : 'vault-damaged');
      }
      const changes: Changes = { put: new Map(), deleted: new Set(), forgotten: new Set() };
      try {
        const value = await edit(opened, changes);
        this.latch.still(opened.turn);
        if (isChange(changes)) await this.#commit(opened, changes);
        return value;
      } finally {
        for (const [id, { secret }] of changes.put) {
          wipe(secret);
          this.#drop(id);
        }
        for (const id of changes.deleted) this.#drop(id);
      }
    });
  }

  /** What the store holds now: another context may have written since we read it. */
  async #present(): Promise<OpenedContents> {
    const opened = await this.getOpened();
    const stored = await this.#get([MANIFEST]);
    this.latch.still(opened.turn);
    if (stored[MANIFEST] === opened.contents.manifestText) return opened;
    this.#contents = undefined;
    const fresh = await this.getOpened();
    this.latch.still(opened.turn);
    return fresh;
  }

  async #commit(opened: OpenedContents, changes: Changes): Promise<void> {
    const newest = this.latch.facts?.generation ?? 0;
    const generation = Math.max(opened.contents.manifest.generation, newest) + 1;
    const sealed = await sealChanges(
      opened.contents,
      opened.keys,
      changes,
      generation,
      this.#ports,
    );
    this.latch.still(opened.turn);
    // From here on a lock does not stop us: what was begun is finished and acknowledged.
    await this.#set(sealed.items);
    await checkWritten(sealed, changes, await this.#get(Object.keys(sealed.items)));
    await writeMark(this.#ports, sealed.keys.vaultId, generation);
    if (opened.turn !== this.latch.turn) return;
    this.#contents = { ...sealed.contents, condition: 'sound', quarantined: [] };
    for (const id of changes.forgotten) this.#quarantined.delete(id);
    for (const id of changes.put.keys()) this.#quarantined.delete(id);
    if (changes.rotation) {
      await this.latch.replaceKey(opened.turn, changes.rotation.vaultKey, sealed.keys);
    }
    await this.latch.acknowledge(opened.turn, generation);
  }

  /** What has left the manifest; a record left behind is harmless, it is never read again. */
  async removeRecords(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#ports.records.remove(ids.map(recordKey));
  }

  #drop(id: string): void {
    const known = this.#accounts.get(id);
    if (known) wipe(known.account.secret);
    this.#accounts.delete(id);
  }

  async #get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
    try {
      return await this.#ports.records.get(keys);
    } catch {
      throw new AppError('storage-failed');
    }
  }

  /** One value the store cannot read must not hide the others. */
  async #getRecords(ids: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
    const keys = ids.map(recordKey);
    try {
      return await this.#ports.records.get(keys);
    } catch {
      const stored = await Promise.all(
        keys.map(async (key) =>
          this.#ports.records.get([key]).catch((): Readonly<Record<string, unknown>> => ({})),
        ),
      );
      return Object.fromEntries(stored.flatMap((items) => Object.entries(items)));
    }
  }

  async #set(items: Readonly<Record<string, string>>): Promise<void> {
    try {
      await this.#ports.records.set(items);
    } catch (thrown) {
      throw thrown instanceof AppError ? thrown : new AppError('storage-failed');
    }
  }
}

function isChange(changes: Changes): boolean {
  return (
    changes.put.size > 0 ||
    changes.deleted.size > 0 ||
    changes.forgotten.size > 0 ||
    changes.lockMinutes !== undefined ||
    changes.slots !== undefined ||
    changes.rotation !== undefined ||
    changes.accepted !== undefined
  );
}

/**
 * The mark is a second witness, not the vault: when its store is broken, the
 * vault is saved all the same, only without notice of a later rollback.
 */
export async function writeMark(
  ports: VaultPorts,
  vaultId: string,
  generation: number,
): Promise<void> {
  await ports.mark.write({ vaultId, generation }).catch(() => undefined);
}
