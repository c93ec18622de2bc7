import { AppError } from '../../errors.ts';
import { toBase64 } from '../../crypto/base64.ts';
import { type Bytes, wipe } from '../../crypto/bytes.ts';
import { ID_BYTES, KEY_BYTES } from '../format/item-names.ts';
import { findBytes, findCount, findFields, findId, findText, findTexts } from '../format/parse.ts';
import type { VaultPorts } from './ports.ts';
import { type DerivedKeys, deriveKeys } from '../format/derived-keys.ts';

const ID_LENGTH = 22;
const SESSION_KEY = 'vault/key';
const SESSION_FACTS = 'vault/facts';
/** A clock that went back further than this would stretch the deadline. */
const CLOCK_BACK_MS = 60_000;
/** The deadline is stored again only when it moved by this much. */
const TOUCH_STEP_MS = 15_000;

/** What an open vault must not forget when the background dies. */
export interface SessionFacts {
  /** Highest generation acknowledged; an older one on disk is not the present. */
  readonly generation: number;
  /** Unix time of the idle lock; absent: kept unlocked on this computer. */
  readonly deadlineMs?: number;
  /** Latest wall clock seen. */
  readonly seenMs: number;
  /** 'foreign': the mark is of another vault. */
  readonly mark: 'own' | 'foreign';
  /** Ids of accounts found unreadable since the unlocking. */
  readonly quarantined: readonly string[];
}

export interface Opened {
  readonly turn: number;
  readonly keys: DerivedKeys;
}

function findFacts(value: unknown): SessionFacts | undefined {
  const fields = findFields(value);
  const generation = findCount(fields?.get('generation'));
  const seenMs = findCount(fields?.get('seenMs'));
  const deadlineMs = findCount(fields?.get('deadlineMs'));
  const mark = findText(fields?.get('mark'), 7);
  const quarantined = findTexts(fields?.get('quarantined'), Number.MAX_SAFE_INTEGER, ID_LENGTH);
  if (generation === undefined || seenMs === undefined || !quarantined) return undefined;
  if (mark !== 'own' && mark !== 'foreign') return undefined;
  return {
    generation,
    seenMs,
    mark,
    quarantined,
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  };
}

/**
 * Whether the vault is open, and the keys while it is.
 *
 * [Note: The lock counter] Every operation remembers `turn` when it starts
 * and calls `still(turn)` after each await: a decryption that was under way
 * when the user locked must not put anything back.
 *
 * The vault key and the deadline are two items of the session store: only
 * `open` ever writes the key, so that moving the deadline can't bring back a
 * key that a lock has just removed.
 */
export class Latch {
  readonly #ports: VaultPorts;
  readonly #onLock: () => void;
  #turn = 0;
  #keys: DerivedKeys | undefined;
  #facts: SessionFacts | undefined;
  /** The last lock's clearing of the session; nothing is read or put there before it has ended. */
  #clearing: Promise<'cleared' | 'failed'> = Promise.resolve('cleared');

  constructor(ports: VaultPorts, onLock: () => void) {
    this.#ports = ports;
    this.#onLock = onLock;
  }

  get turn(): number {
    return this.#turn;
  }

  get facts(): SessionFacts | undefined {
    return this.#facts;
  }

  /** Throws 'vault-locked' when a lock came since `turn`. */
  still(turn: number): void {
    if (turn !== this.#turn) throw new AppError('vault-locked');
  }

  /** The keys, waking up from the session store if need be; undefined while locked. */
  async findOpened(): Promise<Opened | undefined> {
    const turn = this.#turn;
    if (!this.#keys && !(await this.#wake(turn))) return undefined;
    if (turn !== this.#turn || !this.#keys) return undefined;
    if (this.#isDue()) {
      await this.lock();
      return undefined;
    }
    return { turn, keys: this.#keys };
  }

  async #wake(turn: number): Promise<boolean> {
    // A lock under way has not yet taken the key out of the session store: waking now would undo it.
    if ((await this.#clearing) === 'failed') return false;
    const [item, factsItem] = await Promise.all([
      this.#ports.session.get(SESSION_KEY),
      this.#ports.session.get(SESSION_FACTS),
    ]);
    const fields = findFields(item);
    const vaultId = findId(fields?.get('vaultId'), ID_BYTES);
    const vaultKey = findBytes(fields?.get('key'), KEY_BYTES);
    const facts = findFacts(factsItem);
    if (!vaultId || !vaultKey || !facts) return false;
    const keys = await deriveKeys(vaultKey, vaultId);
    wipe(vaultKey);
    if (turn !== this.#turn) return false;
    // Another look woke up first, and may have moved the deadline since: ours is of before.
    if (this.#keys) return true;
    this.#keys = keys;
    this.#facts = facts;
    return true;
  }

  #isDue(): boolean {
    const facts = this.#facts;
    if (facts?.deadlineMs === undefined) return false;
    const nowMs = this.#ports.nowMs();
    if (nowMs >= facts.deadlineMs || nowMs < facts.seenMs - CLOCK_BACK_MS) return true;
    if (nowMs > facts.seenMs) this.#facts = { ...facts, seenMs: nowMs };
    return false;
  }

  /** Throws 'vault-locked' when a lock came while opening. */
  async open(
    turn: number,
    vaultKey: Bytes,
    keys: DerivedKeys,
    facts: Pick<SessionFacts, 'generation' | 'mark'>,
    lockMinutes: number | 'never',
  ): Promise<void> {
    await this.#clearing;
    this.still(turn);
    const seenMs = this.#ports.nowMs();
    this.#facts = { ...facts, seenMs, quarantined: [], ...deadline(seenMs, lockMinutes) };
    await this.#ports.session.set(SESSION_FACTS, this.#facts);
    if ((await this.replaceKey(turn, vaultKey, keys)) === 'locked') {
      throw new AppError('vault-locked');
    }
    this.#clearing = Promise.resolve('cleared');
  }

  /** After a rotation: the same open vault under a new key. 'locked': a lock came, and stands. */
  async replaceKey(turn: number, vaultKey: Bytes, keys: DerivedKeys): Promise<'open' | 'locked'> {
    if (turn !== this.#turn) return 'locked';
    await this.#ports.session.set(SESSION_KEY, { vaultId: keys.vaultId, key: toBase64(vaultKey) });
    if (turn !== this.#turn) {
      await this.#ports.session.remove(SESSION_KEY);
      return 'locked';
    }
    this.#keys = keys;
    return 'open';
  }

  /** The vault key itself, for sealing it to a new slot. The caller wipes it. Throws 'vault-locked'. */
  async getVaultKey(turn: number): Promise<Bytes> {
    const fields = findFields(await this.#ports.session.get(SESSION_KEY));
    this.still(turn);
    const vaultKey = findBytes(fields?.get('key'), KEY_BYTES);
    if (!vaultKey) throw new AppError('vault-locked');
    return vaultKey;
  }

  /** Closed at once, for good once it resolves. Throws 'storage-failed' when the session keeps the key. */
  async lock(): Promise<void> {
    this.#turn += 1;
    this.#keys = undefined;
    this.#facts = undefined;
    this.#clearing = this.#clear();
    this.#onLock();
    if ((await this.#clearing) === 'failed') throw new AppError('storage-failed');
  }

  async #clear(): Promise<'cleared' | 'failed'> {
    const { session } = this.#ports;
    try {
      await session.remove(SESSION_KEY);
      await session.remove(SESSION_FACTS);
      return 'cleared';
    } catch {
      return 'failed';
    }
  }

  /** After a write that the store has kept. */
  async acknowledge(turn: number, generation: number): Promise<void> {
    await this.#remember(turn, { generation, mark: 'own' });
  }

  async rememberQuarantined(turn: number, quarantined: readonly string[]): Promise<void> {
    if (this.#facts?.quarantined.join() === quarantined.join()) return;
    await this.#remember(turn, { quarantined });
  }

  async #remember(turn: number, news: Partial<SessionFacts>): Promise<void> {
    if (turn !== this.#turn || !this.#facts) return;
    this.#facts = { ...this.#facts, ...news };
    await this.#ports.session.set(SESSION_FACTS, this.#facts);
  }

  /** Moves the deadline; `force` after the lock time itself was changed. */
  async touch(lockMinutes: number | 'never', force: 'force' | 'lazily'): Promise<void> {
    const facts = this.#facts;
    if (!facts || !this.#keys || this.#isDue()) return;
    const nowMs = this.#ports.nowMs();
    const { deadlineMs: oldMs, ...rest } = facts;
    const moved = deadline(nowMs, lockMinutes);
    this.#facts = { ...rest, seenMs: Math.max(nowMs, facts.seenMs), ...moved };
    const movedMs = Math.abs((moved.deadlineMs ?? 0) - (oldMs ?? 0));
    if (force === 'lazily' && movedMs < TOUCH_STEP_MS) {
      this.#facts = { ...this.#facts, ...(oldMs === undefined ? {} : { deadlineMs: oldMs }) };
      return;
    }
    await this.#ports.session.set(SESSION_FACTS, this.#facts);
  }
}

function deadline(nowMs: number, lockMinutes: number | 'never'): { readonly deadlineMs?: number } {
  return lockMinutes === 'never' ? {} : { deadlineMs: nowMs + lockMinutes * 60_000 };
}
