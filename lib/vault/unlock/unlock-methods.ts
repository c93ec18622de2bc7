import { AppError } from '../../errors.ts';
import type { Account } from '../../otp/account.ts';
import { isBelowFloor } from '../../crypto/argon2id.ts';
import { equalBytes, wipe } from '../../crypto/bytes.ts';
import type { Changes } from '../store/write-batch.ts';
import type { Contents } from '../store/contents.ts';
import { KEY_BYTES } from '../format/item-names.ts';
import type { Head } from '../format/head.ts';
import type { Ledger } from '../store/vault-store.ts';
import type { OpenedContents } from '../store/record-reader.ts';
import { LOCK_MINUTES_MAX } from '../format/manifest.ts';
import {
  getPasskeyName,
  type NewSlotKey,
  passkeySlotKey,
  passphraseSlotKey,
  recoverySlotKey,
  wipeSlotKeys,
} from './new-slots.ts';
import type { VaultPorts } from '../store/ports.ts';
import { prove } from './proof.ts';
import { findResealed, findVaultKey, newSlot, type Slot } from '../format/slot.ts';
import type { NewPasskey, PasskeyView, UnlockAnswer, UnlockSecret } from '../model.ts';
import { getHead, isKeptUnlocked } from './unlock.ts';
import { deriveKeys } from '../format/derived-keys.ts';

export type RecoveryAnswer =
  | Exclude<UnlockAnswer, { readonly kind: 'open' }>
  | { readonly kind: 'open'; readonly recoveryCode: string };

/**
 * The ways in. What adds one asks for a secret again, so that an open, left
 * computer is not enough; what takes one away replaces the vault key, so that
 * the old way opens nothing that is written from then on.
 */
export class VaultKeys {
  readonly #ports: VaultPorts;
  readonly #ledger: Ledger;

  constructor(ports: VaultPorts, ledger: Ledger) {
    this.#ports = ports;
    this.#ledger = ledger;
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

  /** Throws 'passphrase-too-weak'. Killed at any point, exactly one passphrase opens. */
  async changePassphrase(proof: UnlockSecret, passphrase: string): Promise<UnlockAnswer> {
    return this.#proven(proof, async () => {
      const key = await passphraseSlotKey(this.#ports, passphrase);
      await this.#rotate((slot) => slot.use.type !== 'passphrase', [key]);
    });
  }

  /** The old code opens nothing from then on. */
  async reissueRecoveryCode(proof: UnlockSecret): Promise<RecoveryAnswer> {
    const key = await recoverySlotKey(this.#ports);
    const answer = await this.#proven(proof, async () =>
      this.#rotate((slot) => slot.use.type !== 'recovery-code', [key]),
    );
    return answer.kind === 'open' ? { ...answer, recoveryCode: key.recoveryCode } : answer;
  }

  /** A passkey of the same credential is replaced. */
  async addPasskey(proof: UnlockSecret, passkey: NewPasskey): Promise<UnlockAnswer> {
    return this.#proven(proof, async () => {
      const key = passkeySlotKey(passkey);
      await this.#add(key, (slot) => !isPasskey(slot, passkey.credentialId));
    });
  }

  /** Throws 'account-unknown', 'label-too-long'. */
  async renamePasskey(credentialId: string, name: string): Promise<void> {
    const newName = getPasskeyName(name);
    await this.#ledger.write(async ({ contents }, changes) => {
      const { slots } = contents.head;
      if (!slots.some((slot) => isPasskey(slot, credentialId))) {
        throw new AppError('account-unknown');
      }
      changes.slots = slots.map((slot) =>
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
    return (await this.#ledger.getOpened()).contents.manifest.lockMinutes;
  }

  /** Whole minutes from 1 to 1440. Throws 'request-malformed'. */
  async setLockMinutes(minutes: number): Promise<void> {
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > LOCK_MINUTES_MAX) {
      throw new AppError('request-malformed');
    }
    await this.#ledger.write(async (_opened, changes) => {
      changes.lockMinutes = minutes;
    });
    await this.#retime();
  }

  async isKeptUnlocked(): Promise<boolean> {
    return isKeptUnlocked(await this.getHead());
  }

  /** The deliberate choice: a key in clear on this computer opens the vault at browser start. */
  async keepUnlocked(proof: UnlockSecret): Promise<UnlockAnswer> {
    return this.#proven(proof, async () => {
      const slotKey = this.#ports.randomBytes(KEY_BYTES);
      await this.#ports.computerKey.write(slotKey.slice());
      const key: NewSlotKey = { use: { type: 'this-computer' }, slotKey };
      await this.#add(key, (slot) => slot.use.type !== 'this-computer');
      await this.#retime();
    });
  }

  async stopKeepingUnlocked(): Promise<void> {
    await this.#rotate((slot) => slot.use.type !== 'this-computer', []);
    await this.#ports.computerKey.clear();
    await this.#retime();
  }

  async touch(contents: Contents, force: 'force' | 'lazily'): Promise<void> {
    const { head, manifest } = contents;
    await this.#ledger.latch.touch(isKeptUnlocked(head) ? 'never' : manifest.lockMinutes, force);
  }

  async #retime(): Promise<void> {
    await this.touch((await this.#ledger.getOpened()).contents, 'force');
  }

  /** After unlocking: a passphrase slot cheaper than our floor is written anew. */
  async upgrade(slot: Slot, secret: UnlockSecret): Promise<void> {
    if (secret.kind !== 'passphrase' || slot.use.type !== 'passphrase') return;
    if (!isBelowFloor(slot.use.cost)) return;
    const opened = await this.#ledger.findOpened();
    if (opened?.contents.condition !== 'sound') return;
    try {
      const key = await passphraseSlotKey(this.#ports, secret.passphrase);
      await this.#rotate((kept) => kept.use.type !== 'passphrase', [key]);
    } catch (thrown) {
      // The vault is open either way; the next unlocking tries again.
      if (!(thrown instanceof AppError)) throw thrown;
    }
  }

  async #proven(proof: UnlockSecret, act: () => Promise<void>): Promise<UnlockAnswer> {
    const { turn, contents } = await this.#ledger.getOpened();
    const answer = await prove(this.#ports, contents.head, proof);
    if (answer.kind !== 'open') return answer;
    wipe(answer.vaultKey);
    this.#ledger.latch.still(turn);
    await act();
    return { kind: 'open' };
  }

  /** One more slot under the present vault key. */
  async #add(key: NewSlotKey, keep: (slot: Slot) => boolean): Promise<void> {
    await this.#ledger.write(async ({ turn, keys, contents }, changes) => {
      const vaultKey = await this.#ledger.latch.getVaultKey(turn);
      const slot = await newSlot(key.use, key.slotKey, vaultKey, keys, this.#ports.randomBytes);
      await checkSlot(slot, key, keys, vaultKey);
      wipe(vaultKey);
      changes.slots = [...contents.head.slots.filter(keep), slot];
    });
    wipeSlotKeys([key]);
  }

  /** A new vault key, all records under it, the kept slots and the new ones: in one write. */
  async #rotate(keep: (slot: Slot) => boolean, added: readonly NewSlotKey[]): Promise<void> {
    const vaultKey = this.#ports.randomBytes(KEY_BYTES);
    await this.#ledger.write(async (opened, changes) => {
      const { contents, keys: oldKeys } = opened;
      const keys = await deriveKeys(vaultKey, oldKeys.vaultId);
      await this.#putAll(opened, changes);
      const slots: Slot[] = [];
      const { randomBytes } = this.#ports;
      for (const slot of contents.head.slots.filter(keep)) {
        const resealed = await findResealed(slot, oldKeys, vaultKey, keys, randomBytes);
        if (!resealed) throw new AppError('vault-damaged');
        slots.push(resealed);
      }
      for (const key of added) {
        const slot = await newSlot(key.use, key.slotKey, vaultKey, keys, randomBytes);
        await checkSlot(slot, key, keys, vaultKey);
        slots.push(slot);
      }
      if (!slots.some(({ use }) => use.type === 'passphrase' || use.type === 'recovery-code')) {
        throw new AppError('vault-damaged');
      }
      changes.slots = slots;
      changes.rotation = { vaultKey, keys };
      if (added.length > 0) changes.backup = 'outdated';
    });
    wipe(vaultKey);
    wipeSlotKeys(added);
  }

  /** Throws 'vault-damaged' when one account is unreadable: under a new key it would be lost. */
  async #putAll(opened: OpenedContents, changes: Changes): Promise<void> {
    const ids = [...opened.contents.index.keys()];
    const accounts: ReadonlyMap<string, Account> = await this.#ledger.readWithin(opened, ids);
    if (accounts.size < ids.length || this.#ledger.reader.quarantined.length > 0) {
      throw new AppError('vault-damaged');
    }
    for (const [id, account] of accounts) {
      changes.put.set(id, { ...account, secret: account.secret.slice() });
    }
  }
}

function isPasskey({ use }: Slot, credentialId: string): boolean {
  return use.type === 'passkey' && use.credentialId === credentialId;
}

/** A slot is tried before anything is given up for it. Throws 'storage-failed'. */
async function checkSlot(
  slot: Slot,
  { slotKey }: NewSlotKey,
  { vaultId, keyId }: OpenedContents['keys'],
  vaultKey: Uint8Array,
): Promise<void> {
  const found = await findVaultKey(slot, slotKey, vaultId, keyId);
  if (!found || !equalBytes(found, vaultKey)) throw new AppError('storage-failed');
  wipe(found);
}
