import { AppError } from '../../errors.ts';
import type { Account } from '../../otp/account.ts';
import { isSameKey } from '../../otp/key.ts';
import { wipe } from '../../crypto/bytes.ts';
import { type WriteBatch, checkWritten, sealBatch } from './write-batch.ts';
import { type Contents, readContents } from './contents.ts';
import { fingerprintOf } from '../format/index-cache.ts';
import { HEAD, HEAD_COPY, INDEX, MANIFEST } from '../format/item-names.ts';
import { VaultSession, type Opened } from './session.ts';
import { writeHeadCopy } from './head-copy.ts';
import { writeGenerationMark } from './generation-mark.ts';
import type { VaultPorts } from './ports.ts';
import { type OpenedContents, RecordReader } from './record-reader.ts';

/** The vault on the disk: everything that reads or writes it while it is open goes through here. */
export class VaultStore {
  readonly session: VaultSession;
  readonly reader: RecordReader;
  readonly #ports: VaultPorts;
  #contents: Contents | undefined;

  constructor(ports: VaultPorts, onLock: () => void) {
    this.#ports = ports;
    this.session = new VaultSession(ports, () => {
      this.#contents = undefined;
      this.reader.forgetAll();
      onLock();
    });
    this.reader = new RecordReader(ports.records, this.session);
  }

  /** What the store says now, where what was read before was not sound: a disk may fail only once. */
  async findReread(): Promise<OpenedContents | undefined> {
    const opened = await this.findOpened();
    return opened && opened.contents.condition !== 'sound' ? this.#present() : opened;
  }

  /** Undefined while locked. */
  async findOpened(): Promise<OpenedContents | undefined> {
    const known = this.#contents;
    if (known) {
      const opened = await this.session.findOpened();
      return opened && { ...opened, contents: this.#contents ?? known };
    }
    // Both reads at once: after a restart of the background the popup waits for the slower one, not for the sum.
    const [opened, stored] = await Promise.all([
      this.session.findOpened(),
      this.#ports.records.get([HEAD, HEAD_COPY, MANIFEST, INDEX]),
    ]);
    return opened && this.#read(opened, stored);
  }

  async #read(
    opened: Opened,
    stored: Readonly<Record<string, unknown>>,
  ): Promise<OpenedContents | undefined> {
    const newest = this.session.facts;
    if (!newest) return undefined;
    const contents = await readContents(this.#ports, opened.keys, stored, newest);
    this.session.throwIfLockedSince(opened.lockEpoch);
    if (!contents) {
      // The vault on the disk is gone or has another key, so the key in memory opens nothing any more.
      await this.session.lock();
      return undefined;
    }
    this.reader.quarantine([...newest.quarantined, ...contents.quarantined]);
    // A write may have finished during this read; its contents are newer and must stay.
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
   * unknown ones are left out. The secrets belong to the reader: see `RecordReader.load`.
   */
  async readAccounts(
    opened: OpenedContents,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Account>> {
    const { accounts, failed } = await this.reader.load(opened, ids);
    if (failed.length === 0) return accounts;
    // A record that did not match may have been written meanwhile; only what fails inside the lock is damaged.
    return this.#ports.exclusive(async () => {
      const present = await this.#present();
      return new Map([...accounts, ...(await this.readWithin(present, failed))]);
    });
  }

  /** Like `readAccounts`, from inside `write`. */
  async readWithin(
    opened: OpenedContents,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Account>> {
    const { accounts, failed } = await this.reader.load(opened, ids);
    this.reader.quarantine(failed);
    await this.session.rememberQuarantined(opened.lockEpoch, this.reader.quarantined);
    return accounts;
  }

  /** Reads every record; gives the ids of those that cannot be read. */
  async audit(): Promise<readonly string[]> {
    return this.#ports.exclusive(async () => {
      const opened = await this.#present();
      await this.reader.audit(opened);
      const { quarantined } = this.reader;
      await this.session.rememberQuarantined(opened.lockEpoch, quarantined);
      this.session.throwIfLockedSince(opened.lockEpoch);
      // What could not be read when the index was built anew is not in it, and would be lost.
      const isBackAgain = opened.contents.quarantined.some((id) => !quarantined.includes(id));
      if (isBackAgain) this.#contents = undefined;
      return quarantined;
    });
  }

  /**
   * The one write path: alone among all contexts, on what the store says now,
   * in one set(), read back and decrypted before it resolves.
   */
  async write<Value>(
    edit: (opened: OpenedContents, batch: WriteBatch) => Promise<Value>,
    allowed: readonly Contents['condition'][] = ['sound'],
  ): Promise<Value> {
    return this.#ports.exclusive(async () => {
      const opened = await this.#present();
      const { condition } = opened.contents;
      if (!allowed.includes(condition)) {
        throw new AppError(condition === 'older' ? 'vault-older' : 'vault-damaged');
      }
      const batch: WriteBatch = { put: new Map(), deleted: new Set(), forgotten: new Set() };
      try {
        const value = await edit(opened, batch);
        this.session.throwIfLockedSince(opened.lockEpoch);
        await this.#deleteReplaced(opened, batch);
        if (isChange(batch)) await this.#commit(opened, batch);
        return value;
      } finally {
        for (const { secret } of batch.put.values()) wipe(secret);
      }
    });
  }

  /** An account that was added takes the place of the unreadable one with its very key. */
  async #deleteReplaced(
    { keys, contents }: OpenedContents,
    { put, deleted, forgotten }: WriteBatch,
  ): Promise<void> {
    const unreadable = this.reader.quarantined.flatMap((id) => contents.index.get(id) ?? []);
    if (unreadable.length === 0) return;
    for (const account of put.values()) {
      const fingerprint = await fingerprintOf(keys, account);
      for (const { view, fingerprint: other } of unreadable) {
        const isSame = other === fingerprint && isSameKey(view, account);
        // One that comes back into the bin is no substitute for one in the list.
        const isSubstitute = account.binnedMs === undefined || view.binnedMs !== undefined;
        const isHandled = put.has(view.id) || forgotten.has(view.id);
        if (isSame && isSubstitute && !isHandled) deleted.add(view.id);
      }
    }
  }

  /** What the store holds now: another context may have written since we read it. */
  async #present(): Promise<OpenedContents> {
    const opened = await this.getOpened();
    const stored = await this.#ports.records.get([MANIFEST]);
    this.session.throwIfLockedSince(opened.lockEpoch);
    if (stored[MANIFEST] === opened.contents.manifestText) return opened;
    this.#contents = undefined;
    return this.getOpened();
  }

  async #commit(opened: OpenedContents, batch: WriteBatch): Promise<void> {
    const newest = this.session.facts?.generation ?? 0;
    const generation = Math.max(opened.contents.manifest.generation, newest) + 1;
    const sealed = await sealBatch(opened, batch, generation, this.#ports);
    this.session.throwIfLockedSince(opened.lockEpoch);
    // A lock no longer stops the write from here on: what has begun is finished and acknowledged.
    try {
      await this.#ports.records.set(sealed.items);
      await checkWritten(sealed, batch, await this.#ports.records.get(Object.keys(sealed.items)));
    } catch (thrown) {
      // Nobody knows now whether it was written, so the next operation reads the store.
      this.#contents = undefined;
      throw thrown;
    } finally {
      for (const id of [...batch.put.keys(), ...batch.deleted]) this.reader.forget(id);
    }
    await writeGenerationMark(this.#ports, sealed.keys.vaultId, generation);
    await writeHeadCopy(this.#ports, sealed.items);
    if (opened.lockEpoch !== this.session.lockEpoch) return;
    this.#contents = { ...sealed.contents, condition: 'sound', quarantined: [] };
    this.reader.release([...batch.forgotten, ...batch.put.keys(), ...batch.deleted]);
    if (batch.rotation) {
      // A lock that comes now is no failure, because the new recovery code must still be shown.
      await this.session.replaceKey(opened.lockEpoch, batch.rotation);
    }
    await this.session.acknowledge(opened.lockEpoch, generation);
    await this.session.rememberQuarantined(opened.lockEpoch, this.reader.quarantined);
  }
}

function isChange(batch: WriteBatch): boolean {
  const { put, deleted, forgotten, ...rest } = batch;
  return put.size + deleted.size + forgotten.size > 0 || Object.keys(rest).length > 0;
}
