import { AppError } from '../../errors.ts';
import { toBase64 } from '../../base64.ts';
import { type Bytes, wipe } from '../../crypto/bytes.ts';
import { ID_BYTES, KEY_BYTES } from '../format/item-names.ts';
import { findBytes, findCount, findFields, findId, findText, findTexts } from '../format/parse.ts';
import type { VaultPorts } from './ports.ts';
import { type DerivedKeys, deriveKeys } from '../format/derived-keys.ts';
import type { VaultKeySet } from '../format/slot.ts';

const ID_LENGTH = 22;
const KEY_ITEM = 'vault/key';
const FACTS_ITEM = 'vault/facts';
/** A clock that was set back further than this counts as a lock: it would stretch the deadline. */
const CLOCK_BACK_MS = 60_000;
/** A deadline that moved by less than this is not stored again. */
const TOUCH_STEP_MS = 15_000;

/** What an open vault must still know after the browser stopped and restarted the background. */
export interface SessionFacts {
  /** Highest generation acknowledged; an older one on disk is not the present. */
  readonly generation: number;
  /** Unix time of the idle lock; absent: kept unlocked on this computer. */
  readonly deadlineMs?: number;
  /** The latest wall clock that was read, Unix time in ms. */
  readonly latestClockMs: number;
  /** 'foreign': the generation mark is of another vault. */
  readonly generationMark: 'own' | 'foreign';
  /** Ids of accounts found unreadable since the unlocking. */
  readonly quarantined: readonly string[];
}

export interface Opened {
  readonly lockEpoch: number;
  readonly keys: DerivedKeys;
}

function findFacts(value: unknown): SessionFacts | undefined {
  const fields = findFields(value);
  const generation = findCount(fields?.get('generation'));
  const latestClockMs = findCount(fields?.get('latestClockMs'));
  const deadlineMs = findCount(fields?.get('deadlineMs'));
  const generationMark = findText(fields?.get('generationMark'), 7);
  const quarantined = findTexts(fields?.get('quarantined'), Number.MAX_SAFE_INTEGER, ID_LENGTH);
  if (generation === undefined || latestClockMs === undefined || !quarantined) return undefined;
  if (generationMark !== 'own' && generationMark !== 'foreign') return undefined;
  return {
    generation,
    latestClockMs,
    generationMark,
    quarantined,
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  };
}

/**
 * Whether the vault is open, and the keys while it is.
 *
 * [Note: The lock epoch] `lockEpoch` grows with every lock. An operation
 * remembers it when it starts and calls `throwIfLockedSince(epoch)` after each
 * await: a decryption that was running when the user locked must not put a key
 * or a secret back.
 *
 * The vault key and the deadline are two items of the session memory: only
 * `open` and `replaceKey` write the key, so that moving the deadline can't
 * bring back a key that a lock has just removed.
 */
export class VaultSession {
  readonly #ports: VaultPorts;
  readonly #onLock: () => void;
  #lockEpoch = 0;
  #keys: DerivedKeys | undefined;
  #facts: SessionFacts | undefined;
  /** The last lock removes the key from the session memory; until it has, nothing is read or written there. */
  #clearing: Promise<'cleared' | 'failed'> = Promise.resolve('cleared');

  constructor(ports: VaultPorts, onLock: () => void) {
    this.#ports = ports;
    this.#onLock = onLock;
  }

  get lockEpoch(): number {
    return this.#lockEpoch;
  }

  get facts(): SessionFacts | undefined {
    return this.#facts;
  }

  /** Throws 'vault-locked' when a lock came since `epoch`. */
  throwIfLockedSince(epoch: number): void {
    if (epoch !== this.#lockEpoch) throw new AppError('vault-locked');
  }

  /** The keys, from the session memory if the background was restarted; undefined while locked. */
  async findOpened(): Promise<Opened | undefined> {
    const lockEpoch = this.#lockEpoch;
    if (!this.#keys && !(await this.#restoreFromMemory(lockEpoch))) return undefined;
    if (lockEpoch !== this.#lockEpoch || !this.#keys) return undefined;
    if (this.#isDeadlinePassed()) {
      await this.lock();
      return undefined;
    }
    return { lockEpoch, keys: this.#keys };
  }

  async #restoreFromMemory(lockEpoch: number): Promise<boolean> {
    // A running lock may not have removed the key from the session memory yet: reading it now would undo the lock.
    if ((await this.#clearing) === 'failed') return false;
    const [item, factsItem] = await Promise.all([
      this.#ports.sessionMemory.get(KEY_ITEM),
      this.#ports.sessionMemory.get(FACTS_ITEM),
    ]);
    const fields = findFields(item);
    const vaultId = findId(fields?.get('vaultId'), ID_BYTES);
    const vaultKey = findBytes(fields?.get('key'), KEY_BYTES);
    const facts = findFacts(factsItem);
    if (!vaultId || !vaultKey || !facts) return false;
    const keys = await deriveKeys(vaultKey, vaultId);
    wipe(vaultKey);
    if (lockEpoch !== this.#lockEpoch) return false;
    // A concurrent call restored the session first and may have moved the deadline; keep its facts, ours are stale.
    if (this.#keys) return true;
    this.#keys = keys;
    this.#facts = facts;
    return true;
  }

  #isDeadlinePassed(): boolean {
    const facts = this.#facts;
    if (facts?.deadlineMs === undefined) return false;
    const nowMs = this.#ports.nowMs();
    if (nowMs >= facts.deadlineMs || nowMs < facts.latestClockMs - CLOCK_BACK_MS) return true;
    if (nowMs > facts.latestClockMs) this.#facts = { ...facts, latestClockMs: nowMs };
    return false;
  }

  /** Throws 'vault-locked' when a lock came while opening. */
  async open(
    lockEpoch: number,
    { vaultKey, keys }: VaultKeySet,
    facts: Pick<SessionFacts, 'generation' | 'generationMark'>,
    lockMinutes: number | 'never',
  ): Promise<void> {
    await this.#clearing;
    const bounded = await this.#bound(lockMinutes);
    this.throwIfLockedSince(lockEpoch);
    const latestClockMs = this.#ports.nowMs();
    this.#facts = {
      ...facts,
      latestClockMs,
      quarantined: [],
      ...deadline(latestClockMs, bounded),
    };
    await this.#ports.sessionMemory.set(FACTS_ITEM, this.#facts);
    if ((await this.replaceKey(lockEpoch, { vaultKey, keys })) === 'locked') {
      throw new AppError('vault-locked');
    }
    this.#clearing = Promise.resolve('cleared');
  }

  /** After a rotation: the same open vault under a new key. 'locked': a lock came, and stands. */
  async replaceKey(lockEpoch: number, { vaultKey, keys }: VaultKeySet): Promise<'open' | 'locked'> {
    if (lockEpoch !== this.#lockEpoch) return 'locked';
    await this.#ports.sessionMemory.set(KEY_ITEM, {
      vaultId: keys.vaultId,
      key: toBase64(vaultKey),
    });
    if (lockEpoch !== this.#lockEpoch) {
      await this.#ports.sessionMemory.remove(KEY_ITEM);
      return 'locked';
    }
    this.#keys = keys;
    return 'open';
  }

  /** The vault key itself, for sealing it to a new slot. The caller wipes it. Throws 'vault-locked'. */
  async getVaultKey(lockEpoch: number): Promise<Bytes> {
    const fields = findFields(await this.#ports.sessionMemory.get(KEY_ITEM));
    this.throwIfLockedSince(lockEpoch);
    const vaultKey = findBytes(fields?.get('key'), KEY_BYTES);
    if (!vaultKey) throw new AppError('vault-locked');
    return vaultKey;
  }

  /**
   * Nothing is readable from the moment of the call; once it resolves, the key
   * is out of the session memory, too. Throws 'storage-failed' when it is not.
   */
  async lock(): Promise<void> {
    this.#lockEpoch += 1;
    this.#keys = undefined;
    this.#facts = undefined;
    this.#clearing = this.#clear();
    this.#onLock();
    if ((await this.#clearing) === 'failed') throw new AppError('storage-failed');
  }

  async #clear(): Promise<'cleared' | 'failed'> {
    const { sessionMemory } = this.#ports;
    try {
      await sessionMemory.remove(KEY_ITEM);
      await sessionMemory.remove(FACTS_ITEM);
      return 'cleared';
    } catch {
      return 'failed';
    }
  }

  /** After a write that the store has kept. */
  async acknowledge(lockEpoch: number, generation: number): Promise<void> {
    await this.#remember(lockEpoch, { generation, generationMark: 'own' });
  }

  async rememberQuarantined(lockEpoch: number, quarantined: readonly string[]): Promise<void> {
    if (this.#facts?.quarantined.join() === quarantined.join()) return;
    await this.#remember(lockEpoch, { quarantined });
  }

  async #remember(lockEpoch: number, changed: Partial<SessionFacts>): Promise<void> {
    if (lockEpoch !== this.#lockEpoch || !this.#facts) return;
    this.#facts = { ...this.#facts, ...changed };
    await this.#ports.sessionMemory.set(FACTS_ITEM, this.#facts);
  }

  /** Moves the deadline after an act of the user's; 'force' after the lock time itself was changed. */
  async touch(lockMinutes: number | 'never', force: 'force' | 'lazily'): Promise<void> {
    const bounded = await this.#bound(lockMinutes);
    const facts = this.#facts;
    if (!facts || !this.#keys || this.#isDeadlinePassed()) return;
    const nowMs = this.#ports.nowMs();
    const { deadlineMs: oldMs, ...rest } = facts;
    const moved = deadline(nowMs, bounded);
    this.#facts = { ...rest, latestClockMs: Math.max(nowMs, facts.latestClockMs), ...moved };
    const movedMs = Math.abs((moved.deadlineMs ?? 0) - (oldMs ?? 0));
    if (force === 'lazily' && movedMs < TOUCH_STEP_MS) {
      this.#facts = { ...this.#facts, ...(oldMs === undefined ? {} : { deadlineMs: oldMs }) };
      return;
    }
    await this.#ports.sessionMemory.set(FACTS_ITEM, this.#facts);
  }

  async #bound(lockMinutes: number | 'never'): Promise<number | 'never'> {
    return (await this.#ports.boundLockMinutes?.(lockMinutes)) ?? lockMinutes;
  }
}

function deadline(nowMs: number, lockMinutes: number | 'never'): { readonly deadlineMs?: number } {
  return lockMinutes === 'never' ? {} : { deadlineMs: nowMs + lockMinutes * 60_000 };
}
