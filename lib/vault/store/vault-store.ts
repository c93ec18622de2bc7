import { AppError } from '../../errors.ts';
import type { Account } from '../../otp/account.ts';
import { wipe } from '../../crypto/bytes.ts';
import { type Changes, checkWritten, sealChanges } from './write-batch.ts';
import { type Contents, readContents } from './contents.ts';
import { HEAD, INDEX, MANIFEST } from '../format/item-names.ts';
import { Latch, type Opened } from './session.ts';
import { writeMark } from './generation-mark.ts';
import type { VaultPorts } from './ports.ts';
import { type OpenedContents, RecordReader } from './record-reader.ts';

/** The one reader and the one writer of the store. */
export class Ledger {
  readonly latch: Latch;
  readonly reader: RecordReader;
  readonly #ports: VaultPorts;
  #contents: Contents | undefined;

  constructor(ports: VaultPorts, onLock: () => void) {
    this.#ports = ports;
    this.latch = new Latch(ports, () => {
      this.#contents = undefined;
      this.reader.forgetAll();
      onLock();
    });
    this.reader = new RecordReader(ports.records, this.latch);
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
      this.#ports.records.get([HEAD, MANIFEST, INDEX]),
    ]);
    return opened && this.#read(opened, stored);
  }

  async #read(
    opened: Opened,
    stored: Readonly<Record<string, unknown>>,
  ): Promise<OpenedContents | undefined> {
    const newest = this.latch.facts;
    if (!newest) return undefined;
    const contents = await readContents(this.#ports.records, opened.keys, stored, newest);
    this.latch.still(opened.turn);
    if (!contents) {
      // The vault on disk is gone, or under another key: ours opens nothing any more.
      await this.latch.lock();
      return undefined;
    }
    this.reader.quarantine([...newest.quarantined, ...contents.quarantined]);
    // A write may have finished while we read: never put an older picture over its own.
    if ((this.#contents?.manifest.generation ?? 0) <= contents.manifest.generation) {
      this.#contents = contents;
    }
    return { ...opened, contents };
  }

  /** Throws 'vault-locked'. */
  async getOpened(): Promise<OpenedContents> {
    const opened = await this.findOpened();
    if (!opened) throw new AppError('vault-locked');
    return opened;
  }

  /**
   * The accounts with their secrets, read in one go; unreadable, deleted and
   * unknown ones are left out. The secrets are the reader's: see `load`.
   */
  async readAccounts(
    opened: OpenedContents,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Account>> {
    const { accounts, failed } = await this.reader.load(opened, ids);
    if (failed.length === 0) return accounts;
    // What does not fit may have been written since: only what still fails in the lock is damage.
    return this.#ports.exclusive(async () => {
      const present = await this.#present();
      return new Map([...accounts, ...(await this.readWithin(present, failed))]);
    });
  }

  /** The same, from inside `write`. */
  async readWithin(
    opened: OpenedContents,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Account>> {
    const { accounts, failed } = await this.reader.load(opened, ids);
    this.reader.quarantine(failed);
    await this.latch.rememberQuarantined(opened.turn, this.reader.quarantined);
    return accounts;
  }

  /** Reads every record; gives the ids of those that cannot be read. */
  async audit(): Promise<readonly string[]> {
    return this.#ports.exclusive(async () => {
      const opened = await this.#present();
      await this.reader.audit(opened);
      const { quarantined } = this.reader;
      await this.latch.rememberQuarantined(opened.turn, quarantined);
      this.latch.still(opened.turn);
      return quarantined;
    });
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
        for (const { secret } of changes.put.values()) wipe(secret);
      }
    });
  }

  /** What the store holds now: another context may have written since we read it. */
  async #present(): Promise<OpenedContents> {
    const opened = await this.getOpened();
    const stored = await this.#ports.records.get([MANIFEST]);
    this.latch.still(opened.turn);
    if (stored[MANIFEST] === opened.contents.manifestText) return opened;
    this.#contents = undefined;
    return this.getOpened();
  }

  async #commit(opened: OpenedContents, changes: Changes): Promise<void> {
    const newest = this.latch.facts?.generation ?? 0;
    const generation = Math.max(opened.contents.manifest.generation, newest) + 1;
    const sealed = await sealChanges(opened, changes, generation, this.#ports);
    this.latch.still(opened.turn);
    // From here on a lock does not stop us: what was begun is finished and acknowledged.
    try {
      await this.#ports.records.set(sealed.items);
      await checkWritten(sealed, changes, await this.#ports.records.get(Object.keys(sealed.items)));
    } catch (thrown) {
      // Written or not, we no longer know: the next look is at the store.
      this.#contents = undefined;
      throw thrown;
    } finally {
      for (const id of [...changes.put.keys(), ...changes.deleted]) this.reader.forget(id);
    }
    await writeMark(this.#ports, sealed.keys.vaultId, generation);
    if (opened.turn !== this.latch.turn) return;
    this.#contents = { ...sealed.contents, condition: 'sound', quarantined: [] };
    this.reader.release([...changes.forgotten, ...changes.put.keys(), ...changes.deleted]);
    if (changes.rotation) {
      // A lock that comes now is no failure: the new recovery code must still be shown.
      await this.latch.replaceKey(opened.turn, changes.rotation.vaultKey, sealed.keys);
    }
    await this.latch.acknowledge(opened.turn, generation);
    await this.latch.rememberQuarantined(opened.turn, this.reader.quarantined);
  }
}

function isChange(changes: Changes): boolean {
  const { put, deleted, forgotten, ...rest } = changes;
  return put.size + deleted.size + forgotten.size > 0 || Object.keys(rest).length > 0;
}
