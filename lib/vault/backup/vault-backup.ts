import { AppError } from '../../errors.ts';
import type { Account } from '../../otp/account.ts';
import { wipe } from '../../crypto/bytes.ts';
import { type BackupSecret, lookAtBackup, openBackup, type RefusedAccount } from './backup.ts';
import { makeBackup, makeChosenBackup, type MadeBackup } from './make.ts';
import { type BackupState, backupState } from './state.ts';
import { prepareVault } from '../unlock/create.ts';
import { checkRoom } from '../format/index-cache.ts';
import { ARCHIVE_PREFIX } from '../format/item-names.ts';
import type { VaultStore } from '../store/vault-store.ts';
import { wipeSlotKeys } from '../unlock/new-slots.ts';
import type { VaultPorts } from '../store/ports.ts';
import type { OpenedContents } from '../store/record-reader.ts';
import { asNewAccount, writeRestored } from './restore.ts';
import {
  planRestore,
  type Present,
  type RestoreLine,
  type RestorePlan,
  withKnownSites,
} from './restore-plan.ts';
import type { FirstKey, UnlockAnswer, UnlockSecret } from '../model.ts';
import { openCreated, readLocked } from '../unlock/unlock.ts';

/** What a backup would bring, or has brought. */
export interface RestoreView {
  readonly kind: 'open';
  readonly madeMs: number;
  /** In a backup of some accounts, how many the vault had. */
  readonly of?: number;
  readonly lines: readonly RestoreLine[];
  readonly refused: readonly RefusedAccount[];
  /** Sites that this browser never granted: no account of the backup is tied to them here. */
  readonly droppedSites: readonly string[];
}

type NotOpen = Exclude<UnlockAnswer, { readonly kind: 'open' }>;

function isSamePassphrase(first: FirstKey, secret: BackupSecret): boolean {
  return 'passphrase' in first && 'passphrase' in secret && first.passphrase === secret.passphrase;
}

/** The vault in a file: saving it, and bringing back what is in one. */
export class VaultBackup {
  readonly #ports: VaultPorts;
  readonly #store: VaultStore;

  constructor(ports: VaultPorts, store: VaultStore) {
    this.#ports = ports;
    this.#store = store;
  }

  /** All that can be read, also of an older or damaged vault. Needs it unlocked. */
  async make(): Promise<Omit<MadeBackup, 'of' | 'unread'> & { readonly unreadable: number }> {
    const { text, madeMs, accounts } = await makeBackup(this.#ports, this.#store);
    return { text, madeMs, accounts, unreadable: this.#store.reader.quarantined.length };
  }

  /** Some accounts, after a proof. */
  async makeChosen(
    ids: readonly string[],
    secret: UnlockSecret,
  ): ReturnType<typeof makeChosenBackup> {
    return makeChosenBackup(this.#ports, this.#store, ids, secret);
  }

  /**
   * The file made at `madeMs` was handed to the browser: never to be called for a
   * backup of some accounts. An older or damaged vault can't note it.
   */
  async kept(madeMs: number): Promise<void> {
    await this.#store.write(async ({ contents }, batch) => {
      batch.backup = Math.min(madeMs, this.#ports.nowMs());
      const { quarantined } = this.#store.reader;
      if (quarantined.length > 0 || contents.manifest.notes?.notInBackup) {
        batch.notes = { notInBackup: quarantined };
      }
    });
  }

  async state(): Promise<BackupState> {
    const { contents } = await this.#store.getOpened();
    const readable = this.#store.reader.readableOf(contents.index);
    return backupState(contents, readable, this.#ports.nowMs());
  }

  /** Whether a file is a backup at all, before a secret is asked for. Throws what parseBackup throws. */
  async look(text: string): Promise<{ readonly madeMs: number }> {
    return lookAtBackup(text);
  }

  /** What restoring would do to the vault as it is now. Writes nothing. */
  async preview(text: string, secret: BackupSecret): Promise<RestoreView | NotOpen> {
    return this.#with(text, secret, async (plan) => plan);
  }

  /** Adds to the open vault what it does not have: all in one write, or nothing. */
  async add(text: string, secret: BackupSecret): Promise<RestoreView | NotOpen> {
    await this.#store.getOpened();
    return this.#with(text, secret, async (_plan, accounts, madeMs) =>
      this.#store.write(async ({ keys, contents }, { put }) => {
        const index = this.#store.reader.readableOf(contents.index);
        const plan = await planRestore(accounts, madeMs, { keys, index });
        checkRoom(contents.index, plan.added.length);
        for (const account of plan.added) {
          const own = asNewAccount(account, this.#ports);
          put.set(own.id, own);
        }
        return plan;
      }),
    );
  }

  /**
   * A new vault, under a new key and `first`, out of the backup: where there is
   * none, or one that cannot be used. What can be read of that one, if it is
   * unlocked, comes along; what lies on the disk is archived. Leaves the new
   * vault open, but for a lock meanwhile. Throws 'vault-exists' for one that is well or only locked.
   */
  async restore(
    text: string,
    secret: BackupSecret,
    first: FirstKey,
  ): Promise<(RestoreView & { readonly recoveryCode: string }) | NotOpen> {
    const { session } = this.#store;
    await this.#checkUnusable(await this.#store.findOpened());
    const { lockEpoch } = session;
    let recoveryCode = '';
    const answer = await this.#with(text, secret, async (_plan, accounts, madeMs) => {
      const made = await prepareVault(this.#ports, first);
      const plan = await this.#writeInstead(async (opened) => {
        await this.#checkUnusable(opened);
        const present = this.#presentOf(opened);
        const wanted = await planRestore(accounts, madeMs, present);
        const kept = opened ? await this.#readable(opened) : [];
        checkRoom(new Map(), kept.length + wanted.added.length);
        // The new passphrase opens this very backup: what comes from it is backed up.
        const backupMs = isSamePassphrase(first, secret)
          ? Math.min(madeMs, this.#ports.nowMs())
          : undefined;
        const all = [
          ...kept.map((account) => asNewAccount(account, this.#ports)),
          ...wanted.added.map((account) => asNewAccount(account, this.#ports, backupMs)),
        ];
        try {
          await writeRestored(this.#ports, made, all, backupMs);
        } finally {
          for (const account of all) wipe(account.secret);
        }
        return wanted;
      });
      wipeSlotKeys(made.slotKeys);
      // The old vault closes and the new one opens, but for a lock of the user's meanwhile.
      const isOurs = session.lockEpoch === lockEpoch;
      if (isOurs) await session.lock();
      await openCreated(
        this.#ports,
        this.#store,
        isOurs ? lockEpoch + 1 : lockEpoch,
        made.vaultKey,
      );
      ({ recoveryCode } = made);
      return plan;
    });
    return answer.kind === 'open' ? { ...answer, recoveryCode } : answer;
  }

  /** Whether items of an earlier vault are in the archive. */
  async archived(): Promise<'kept' | 'none'> {
    const names = await this.#ports.records.keys();
    return names.some((name) => name.startsWith(ARCHIVE_PREFIX)) ? 'kept' : 'none';
  }

  /** For the act behind the typed word only. */
  async deleteArchive(): Promise<void> {
    await this.#ports.exclusive(async () => {
      const names = await this.#ports.records.keys();
      await this.#ports.records.remove(names.filter((name) => name.startsWith(ARCHIVE_PREFIX)));
    });
  }

  async #with(
    text: string,
    secret: BackupSecret,
    act: (plan: RestorePlan, accounts: readonly Account[], madeMs: number) => Promise<RestorePlan>,
  ): Promise<RestoreView | NotOpen> {
    const backup = await openBackup(this.#ports, text, secret);
    if (backup.kind !== 'open') return backup;
    const { madeMs, of, refused } = backup;
    const { accounts, droppedSites } = await withKnownSites(this.#ports, backup.accounts);
    try {
      const opened = await this.#store.findOpened();
      if (of !== undefined) await this.#checkNotDamaged(opened);
      const present = this.#presentOf(opened);
      const { lines } = await act(await planRestore(accounts, madeMs, present), accounts, madeMs);
      const part = of === undefined ? {} : { of };
      return { kind: 'open', madeMs, ...part, lines, refused, droppedSites };
    } finally {
      for (const account of accounts) wipe(account.secret);
    }
  }

  #presentOf(opened: OpenedContents | undefined): Present | undefined {
    if (!opened) return undefined;
    return { keys: opened.keys, index: this.#store.reader.readableOf(opened.contents.index) };
  }

  /** Reads of a vault in any condition while nobody writes to it. */
  async #readWhileNoneWrites<Value>(
    work: (opened: OpenedContents) => Promise<Value>,
  ): Promise<Value> {
    return this.#store.write(work, ['sound', 'older', 'damaged']);
  }

  async #writeInstead<Value>(
    work: (opened: OpenedContents | undefined) => Promise<Value>,
  ): Promise<Value> {
    return (await this.#store.findOpened())
      ? this.#readWhileNoneWrites(work)
      : this.#ports.exclusive(async () => work(undefined));
  }

  async #checkUnusable(opened: OpenedContents | undefined): Promise<void> {
    const wellOrLocked = opened
      ? opened.contents.condition === 'sound'
      : (await readLocked(this.#ports)).state === 'locked';
    if (wellOrLocked) throw new AppError('vault-exists');
  }

  /** A backup of some accounts takes the place of no vault of which more may be left. Throws 'backup-partial'. */
  async #checkNotDamaged(opened: OpenedContents | undefined): Promise<void> {
    const condition = opened?.contents.condition ?? (await readLocked(this.#ports)).state;
    if (condition === 'older' || condition === 'damaged') throw new AppError('backup-partial');
  }

  async #readable(opened: OpenedContents): Promise<readonly Account[]> {
    const ids = [...opened.contents.index.keys()];
    return [...(await this.#store.readWithin(opened, ids)).values()];
  }
}
