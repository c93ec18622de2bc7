import { AppError } from '../../errors.ts';
import { isBelowFloor } from '../../crypto/argon2id.ts';
import { wipe } from '../../crypto/bytes.ts';
import type { Contents } from '../store/contents.ts';
import { KEY_BYTES } from '../format/item-names.ts';
import type { Head } from '../format/head.ts';
import type { VaultStore } from '../store/vault-store.ts';
import { LOCK_MINUTES_MAX } from '../format/manifest.ts';
import { getPasskeyName, passkeySlotKey, passphraseSlotKey, recoverySlotKey } from './new-slots.ts';
import { addSlot, type OldData, rotateVaultKey } from './change-slots.ts';
import type { VaultPorts } from '../store/ports.ts';
import { prove } from './proof.ts';
import type { NewSlotKey, Slot } from '../format/slot.ts';
import type { NewPasskey, PasskeyView, UnlockAnswer, UnlockSecret } from '../model.ts';
import { getHead, isKeptUnlocked } from './unlock.ts';

export type RecoveryAnswer =
  | Exclude<UnlockAnswer, { readonly kind: 'open' }>
  | { readonly kind: 'open'; readonly recoveryCode: string };

/**
 * The ways in. Adding one asks for a secret again, so that finding the vault
 * open is not enough; taking one away replaces the vault key, so that it opens
 * nothing that is written from then on.
 */
export class UnlockMethods {
  readonly #ports: VaultPorts;
  readonly #store: VaultStore;
  #oldData: OldData = 'erased';

  constructor(ports: VaultPorts, store: VaultStore) {
    this.#ports = ports;
    this.#store = store;
  }

  /** Throws 'vault-absent', 'vault-missing', 'vault-damaged', 'vault-newer-version'. */
  async getHead(): Promise<Head> {
    return getHead(this.#ports);
  }

  /** Also while locked: these are what unlocking by touch needs. */
  async passkeys(): Promise<readonly PasskeyView[]> {
    const { slots } = await this.getHead();
    return slots.flatMap(({ use }) =>
      use.type === 'passkey'
        ? [{ credentialId: use.credentialId, name: use.name, prfSalt: use.prfSalt }]
        : [],
    );
  }

  /** Whether one of the ways in is a passphrase: a vault may begin with a passkey alone. */
  async hasPassphrase(): Promise<boolean> {
    return (await this.getHead()).slots.some(({ use }) => use.type === 'passphrase');
  }

  /** Another one with each recovery code, and no secret; undefined where the code's slot is damaged. */
  async recoveryCodeId(): Promise<string | undefined> {
    const { head } = (await this.#store.getOpened()).contents;
    return head.slots.find(({ use }) => use.type === 'recovery-code')?.id;
  }

  /** What became of the old data when a way in was last taken away, as long as this background lives. */
  get oldData(): OldData {
    return this.#oldData;
  }

  /** Throws 'passphrase-too-weak'. Killed at any point, exactly one passphrase opens. */
  async changePassphrase(proof: UnlockSecret, passphrase: string): Promise<UnlockAnswer> {
    return this.#afterProof(proof, async () => {
      const key = await passphraseSlotKey(this.#ports, passphrase);
      await this.#rotate((slot) => slot.use.type !== 'passphrase', [key]);
    });
  }

  /** The old code opens nothing from then on. */
  async reissueRecoveryCode(proof: UnlockSecret): Promise<RecoveryAnswer> {
    const key = await recoverySlotKey(this.#ports);
    const answer = await this.#afterProof(proof, async () =>
      this.#rotate((slot) => slot.use.type !== 'recovery-code', [key]),
    );
    return answer.kind === 'open' ? { ...answer, recoveryCode: key.recoveryCode } : answer;
  }

  /** A passkey of the same credential is replaced. */
  async addPasskey(proof: UnlockSecret, passkey: NewPasskey): Promise<UnlockAnswer> {
    return this.#afterProof(proof, async () => {
      const key = passkeySlotKey(passkey);
      await addSlot(
        this.#ports,
        this.#store,
        key,
        (slot) => !isPasskey(slot, passkey.credentialId),
      );
    });
  }

  /** Throws 'account-unknown', 'label-too-long'. */
  async renamePasskey(credentialId: string, name: string): Promise<void> {
    const newName = getPasskeyName(name);
    await this.#store.write(async ({ contents }, batch) => {
      const { slots } = contents.head;
      if (!slots.some((slot) => isPasskey(slot, credentialId))) {
        throw new AppError('account-unknown');
      }
      batch.slots = slots.map((slot) =>
        slot.use.type === 'passkey' && slot.use.credentialId === credentialId
          ? { ...slot, use: { ...slot.use, name: newName } }
          : slot,
      );
    });
  }

  async removePasskey(credentialId: string): Promise<void> {
    await this.#rotate((slot) => !isPasskey(slot, credentialId), []);
  }

  async lockMinutes(): Promise<number> {
    return (await this.#store.getOpened()).contents.manifest.lockMinutes;
  }

  /** Whole minutes from 1 to 1440. Throws 'request-malformed'. */
  async setLockMinutes(minutes: number): Promise<void> {
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > LOCK_MINUTES_MAX) {
      throw new AppError('request-malformed');
    }
    await this.#store.write(async (_opened, batch) => {
      batch.lockMinutes = minutes;
    });
    await this.#resetDeadline();
  }

  async isKeptUnlocked(): Promise<boolean> {
    return isKeptUnlocked(await this.getHead());
  }

  /** The deliberate choice: a key in clear on this computer opens the vault at browser start. */
  async keepUnlocked(proof: UnlockSecret): Promise<UnlockAnswer> {
    return this.#afterProof(proof, async () => {
      const { computerKey, randomBytes } = this.#ports;
      const slotKey = randomBytes(KEY_BYTES);
      const before = await computerKey.read();
      await computerKey.write(slotKey.slice());
      const key: NewSlotKey = { use: { type: 'this-computer' }, slotKey };
      try {
        await addSlot(this.#ports, this.#store, key, (slot) => slot.use.type !== 'this-computer');
      } catch (thrown) {
        // The slot that is there goes with the key that was there.
        await (before ? computerKey.write(before) : computerKey.clear()).catch(() => undefined);
        throw thrown;
      }
      await this.#resetDeadline();
    });
  }

  async stopKeepingUnlocked(): Promise<void> {
    // The key goes first: whatever stops the rest, it opens nothing any more.
    const isGone = await this.#ports.computerKey.clear().then(
      () => true,
      () => false,
    );
    await this.#rotate((slot) => slot.use.type !== 'this-computer', []);
    // A key that could not be deleted opens nothing of the new vault key, but old data it does.
    if (!isGone) this.#oldData = 'left';
    await this.#resetDeadline();
  }

  async #rotate(keep: (slot: Slot) => boolean, added: readonly NewSlotKey[]): Promise<void> {
    this.#oldData = await rotateVaultKey(this.#ports, this.#store, keep, added);
  }

  async touch(contents: Contents, force: 'force' | 'lazily'): Promise<void> {
    const { head, manifest } = contents;
    await this.#store.session.touch(isKeptUnlocked(head) ? 'never' : manifest.lockMinutes, force);
  }

  async #resetDeadline(): Promise<void> {
    await this.touch((await this.#store.getOpened()).contents, 'force');
  }

  /** After unlocking: a passphrase slot cheaper than our floor is written anew. */
  async upgrade(slot: Slot, secret: UnlockSecret): Promise<void> {
    if (secret.kind !== 'passphrase' || slot.use.type !== 'passphrase') return;
    if (!isBelowFloor(slot.use.cost)) return;
    const opened = await this.#store.findOpened();
    if (opened?.contents.condition !== 'sound') return;
    try {
      const key = await passphraseSlotKey(this.#ports, secret.passphrase);
      await this.#rotate((kept) => kept.use.type !== 'passphrase', [key]);
    } catch (thrown) {
      // The vault is open either way, and the next unlocking tries the upgrade again.
      if (!(thrown instanceof AppError)) throw thrown;
    }
  }

  async #afterProof(proof: UnlockSecret, act: () => Promise<void>): Promise<UnlockAnswer> {
    const { lockEpoch, contents } = await this.#store.getOpened();
    const answer = await prove(this.#ports, [contents.head], proof);
    if (answer.kind !== 'open') return answer;
    wipe(answer.vaultKey);
    this.#store.session.throwIfLockedSince(lockEpoch);
    await act();
    return { kind: 'open' };
  }
}

function isPasskey({ use }: Slot, credentialId: string): boolean {
  return use.type === 'passkey' && use.credentialId === credentialId;
}
