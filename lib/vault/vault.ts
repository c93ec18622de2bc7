import { AppError } from '../errors.ts';
import type {
  AccountChange,
  AccountView,
  BinnedAccount,
  Code,
  CountedCode,
  NewAccount,
} from '../otp/account.ts';
import { codeAt, codeForCounter, getTimed } from '../otp/code.ts';
import { codesOf, useAccount } from './account-codes.ts';
import { type Addition, changedAccount } from './account-edits.ts';
import {
  addAccounts,
  binAccounts,
  deleteAccount,
  editAccount,
  takeNextCode,
} from './account-writes.ts';
import { createVault } from './unlock/create.ts';
import { findDuplicates } from './duplicate.ts';
import { exportAccounts, exportSecret } from './export-accounts.ts';
import { audit } from './audit.ts';
import { guardedStore } from './store/guarded-store.ts';
import { binnedAccounts } from './store/purge.ts';
import { getView } from './format/index-cache.ts';
import type { VaultNotes } from './format/notes.ts';
import { VaultStore } from './store/vault-store.ts';
import type { VaultPorts } from './store/ports.ts';
import type {
  AccountRow,
  Duplicate,
  ExportAnswer,
  FirstKey,
  SecretAnswer,
  UnlockAnswer,
  UnlockSecret,
  VaultStatus,
} from './model.ts';
import { openCreated, proveAndOpen, readStatus } from './unlock/unlock.ts';
import { VaultBackup } from './backup/vault-backup.ts';
import { UnlockMethods } from './unlock/unlock-methods.ts';
import { VaultRepair } from './vault-repair.ts';

/**
 * All accounts, encrypted; SECURITY.md describes the format. One instance in
 * the background; several on the same ports never lose each other's writes.
 * Everything that needs the vault open throws 'vault-locked' when it is not,
 * also when a lock comes while it runs; what writes throws 'vault-older' or
 * 'vault-damaged' when the vault may only be read, 'storage-failed' or
 * 'vault-full' when the store did not take it.
 */
export class Vault {
  /** The ways in: passphrase, recovery code, passkeys, this computer. */
  readonly keys: UnlockMethods;
  readonly repair: VaultRepair;
  readonly backup: VaultBackup;
  readonly #ports: VaultPorts;
  readonly #store: VaultStore;
  readonly #lockListeners: (() => void)[] = [];

  constructor(edge: VaultPorts) {
    const ports: VaultPorts = { ...edge, records: guardedStore(edge.records) };
    this.#ports = ports;
    this.#store = new VaultStore(ports, () =>
      this.#lockListeners.forEach((listener) => listener()),
    );
    this.keys = new UnlockMethods(ports, this.#store);
    this.repair = new VaultRepair(ports, this.#store);
    this.backup = new VaultBackup(ports, this.#store);
  }

  /** Throws 'vault-newer-version'. */
  async status(): Promise<VaultStatus> {
    return readStatus(this.#ports, this.#store);
  }

  async state(): Promise<VaultStatus['state']> {
    return (await this.status()).state;
  }

  /** Throws 'vault-exists', 'vault-missing', 'passphrase-too-weak'. Leaves the new vault open, but for a lock meanwhile. */
  async create(first: FirstKey): Promise<{ readonly recoveryCode: string }> {
    const { lockEpoch } = this.#store.session;
    const created = await createVault(this.#ports, first);
    await openCreated(this.#ports, this.#store, lockEpoch, created.vaultKey);
    return { recoveryCode: created.recoveryCode };
  }

  /** Throws 'vault-absent', 'vault-missing', 'vault-damaged', 'recovery-code-malformed'. */
  async unlock(secret: UnlockSecret): Promise<UnlockAnswer> {
    const proof = await proveAndOpen(this.#ports, this.#store, secret);
    if (proof.kind !== 'open') return proof;
    await this.keys.upgrade(proof.slot, secret);
    return { kind: 'open' };
  }

  async lock(): Promise<void> {
    await this.#store.session.lock();
  }

  /** Locks when the deadline has passed or the clock went back; for alarms. */
  async lockIfDue(): Promise<'open' | 'locked'> {
    return (await this.#store.session.findOpened()) ? 'open' : 'locked';
  }

  /** The user did something: moves the idle deadline. Nothing happens while locked. */
  async touch(): Promise<void> {
    const opened = await this.#store.findOpened();
    if (opened) await this.keys.touch(opened.contents, 'lazily');
  }

  /** Called at once with every lock, whatever caused it. */
  onLock(listener: () => void): void {
    this.#lockListeners.push(listener);
  }

  /** What is remembered for the page 'Health'. */
  async notes(): Promise<VaultNotes> {
    return (await this.#store.getOpened()).contents.manifest.notes ?? {};
  }

  /** Remembers these notes, and leaves the others as they are. */
  async note(notes: VaultNotes): Promise<void> {
    await this.#store.write(async (_opened, batch) => {
      batch.notes = notes;
    });
  }

  /** In the order in which they were added. */
  async accounts(bin: 'live' | 'binned'): Promise<readonly AccountView[]> {
    const { contents } = await this.#store.getOpened();
    return [...contents.index.values()]
      .map(({ view }) => view)
      .filter(({ binnedMs }) => (binnedMs === undefined) === (bin === 'live'));
  }

  /** Those in the bin, and how long they stay there. */
  async binned(): Promise<readonly BinnedAccount[]> {
    return binnedAccounts((await this.#store.getOpened()).contents);
  }

  /** Throws 'account-unknown'. */
  async account(id: string): Promise<AccountView> {
    return getView((await this.#store.getOpened()).contents.index, id);
  }

  /**
   * The code at `nowMs` (Unix time, corrected for skew by the caller) and the
   * next one, in the order of `ids`, without the unknown, binned and unreadable.
   */
  async codes(ids: readonly string[], nowMs: number): Promise<readonly AccountRow[]> {
    return codesOf(this.#store, ids, nowMs);
  }

  /** Throws 'account-unknown', also for an account in the bin; 'otp-type-unsupported' for one by counter. */
  async codeAt(id: string, nowMs: number): Promise<Code> {
    return useAccount(this.#store, id, (account) => codeAt(getTimed(account), nowMs));
  }

  /** The code of one RFC 6238 time step. Throws what codeAt throws. */
  async codeFor(id: string, counter: number): Promise<Code> {
    return useAccount(this.#store, id, (account) => codeForCounter(getTimed(account), counter));
  }

  /**
   * The next code of an account by counter (RFC 4226), or the one of `from`
   * where the site is further ahead. The counter behind it is in the store, and
   * read back, before the code is given: killed at any point, no code comes twice.
   * Throws 'account-unknown', 'otp-type-unsupported', 'counter-unsupported'.
   */
  async nextCode(id: string, from?: number): Promise<CountedCode> {
    return takeNextCode(this.#store, id, from);
  }

  /** The secret of `account` stays the caller's to wipe. */
  async add(account: NewAccount, options: Omit<Addition, 'account'>): Promise<AccountView> {
    const [added] = await this.addAll([{ ...options, account }]);
    if (!added) throw new AppError('unexpected');
    return added;
  }

  /** All in one write with these notes, or none. Throws the code of the first field outside its limits. */
  async addAll(
    additions: readonly Addition[],
    notes?: VaultNotes,
  ): Promise<readonly AccountView[]> {
    return addAccounts(this.#ports, this.#store, additions, notes);
  }

  /** Throws 'account-unknown', or the code of a field outside its limits. */
  async change(id: string, change: AccountChange): Promise<AccountView> {
    return editAccount(this.#ports, this.#store, id, (account) => changedAccount(account, change));
  }

  async bin(id: string): Promise<void> {
    await this.binAll([id]);
  }

  /** Takes accounts into the bin and `restored` out of it, all in one write, or none. Throws 'account-unknown'. */
  async binAll(ids: readonly string[], restored: ReadonlySet<string> = new Set()): Promise<void> {
    await binAccounts(this.#ports, this.#store, ids, restored);
  }

  /** Throws 'account-unknown'. */
  async restore(id: string): Promise<void> {
    await this.binAll([], new Set([id]));
  }

  /** For good: leaves a tombstone without name or secret. Throws 'account-unknown'. */
  async delete(id: string): Promise<void> {
    await deleteAccount(this.#store, id);
  }

  /** By the secret first, then by issuer and label; binned accounts do not count. */
  async findDuplicate(
    account: NewAccount,
    isMeant?: (view: AccountView) => boolean,
  ): Promise<Duplicate> {
    const [duplicate = { kind: 'none' }] = await this.findDuplicates([account], isMeant);
    return duplicate;
  }

  /** The same of each of these, in their order. */
  async findDuplicates(
    accounts: readonly NewAccount[],
    isMeant?: (view: AccountView) => boolean,
  ): Promise<readonly Duplicate[]> {
    return findDuplicates(this.#store, accounts, isMeant);
  }

  /** For a quiet moment after unlocking; gives the ids that cannot be read. */
  async audit(): Promise<readonly string[]> {
    return audit(this.#ports, this.#store);
  }

  /** For 'show QR'; the caller wipes the secret. Throws 'account-unknown'. */
  async exportSecret(id: string, secret: UnlockSecret): Promise<SecretAnswer> {
    return exportSecret(this.#ports, this.#store, id, secret);
  }

  /** Accounts with their secrets, which the caller wipes: see exportAccounts. */
  async exportAccounts(ids: readonly string[], secret: UnlockSecret): Promise<ExportAnswer> {
    return exportAccounts(this.#ports, this.#store, ids, secret);
  }
}
