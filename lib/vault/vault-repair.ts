import { AppError } from '../errors.ts';
import { archiveVault } from './store/archive.ts';
import type { VaultStore } from './store/vault-store.ts';
import type { VaultPorts } from './store/ports.ts';
import { getHead } from './unlock/unlock.ts';

/** What the user may decide when the vault is not as it was left. Nothing here happens by itself. */
export class VaultRepair {
  readonly #ports: VaultPorts;
  readonly #store: VaultStore;

  constructor(ports: VaultPorts, store: VaultStore) {
    this.#ports = ports;
    this.#store = store;
  }

  /**
   * Writes anew what can be read and gives up the rest, so that the vault can
   * be written again. Gives the ids given up. Needs the vault unlocked.
   */
  async keepReadable(): Promise<readonly string[]> {
    await this.#store.audit();
    const gone = await this.#store.write(
      async (opened, batch) => {
        const { index, manifest, condition } = opened.contents;
        const accounts = await this.#store.readWithin(opened, [...index.keys()]);
        if (condition === 'damaged') {
          for (const [id, account] of accounts) {
            batch.put.set(id, { ...account, secret: account.secret.slice() });
          }
        }
        for (const id of this.#store.reader.quarantined) batch.forgotten.add(id);
        for (const [id, { deletedMs }] of manifest.entries) {
          const lost = deletedMs === undefined && !index.has(id) && !batch.forgotten.has(id);
          if (lost) batch.deleted.add(id);
        }
        batch.accepted = 'accepted';
        return [...batch.forgotten];
      },
      ['sound', 'damaged'],
    );
    await this.#store.reader.remove(gone);
    return gone;
  }

  /** Takes the older state that was found as the present one. Needs the vault unlocked. */
  async acceptOlder(): Promise<void> {
    await this.#store.write(
      async (_opened, batch) => {
        batch.accepted = 'accepted';
      },
      ['older'],
    );
  }

  /**
   * For a vault that is well, but that nobody can open any more: it is kept
   * in the archive as it is, and the state is 'absent' afterwards. For the act behind
   * the typed word only. Throws 'vault-exists' for one that is open, and what
   * `getHead` throws where there is none to open.
   */
  async archive(): Promise<void> {
    await this.#ports.exclusive(async () => {
      if (await this.#store.findOpened()) throw new AppError('vault-exists');
      await getHead(this.#ports);
      // An unlocking under way must not open what is about to go.
      await this.#store.session.lock();
      await archiveVault(this.#ports);
    });
  }

  /**
   * For a vault that cannot be used: what the browser can still read of it is
   * kept in the archive, and the state is 'absent' afterwards. For the act
   * behind the typed word only.
   */
  async startOver(): Promise<void> {
    await this.#store.session.lock();
    await this.#ports.exclusive(async () => archiveVault(this.#ports));
  }
}
