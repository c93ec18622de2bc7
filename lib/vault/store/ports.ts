/**
 * What the vault needs of the world. The edge (lib/browser) implements these
 * on extension storage, IndexedDB and Web Locks; tests on maps.
 */
export interface RecordStore {
  /** Values of the keys that exist; `get` by key, never all (one bad value would make all unreadable). */
  get(keys: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  /** All or nothing (measured for storage.local). Rejects when the quota is full. */
  set(items: Readonly<Record<string, string>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /**
   * Names of all keys. Repair only: Chromium reads everything for it, and fails
   * where a single block cannot be read (measured).
   */
  keys(): Promise<readonly string[]>;
  /**
   * Removes overwritten and removed values from the browser's files, as far as
   * the browser can be made to: they are ciphertext that an old secret opens.
   * 'if-unfinished': only where the browser was closed in the middle of it.
   */
  eraseOverwritten(when: 'now' | 'if-unfinished'): Promise<void>;
}

/**
 * A copy of the head outside the store of the records: head and copy lie next
 * to each other in there, so one bad block can take both.
 */
interface HeadCopyStore {
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
  clear(): Promise<void>;
}

/** A second store in another file of the profile: the highest generation ever seen. */
interface GenerationMark {
  /** Undefined: no vault was ever acknowledged here. */
  read(): Promise<GenerationMarkValue | undefined>;
  write(mark: GenerationMarkValue): Promise<void>;
  /** After the user typed the word that starts over. */
  clear(): Promise<void>;
}
export interface GenerationMarkValue {
  readonly vaultId: string;
  readonly generation: number;
}

/** Memory of the browser session: survives the background's death, never touches the disk. */
interface SessionMemory {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

/**
 * Where the 'keep unlocked on this computer' key lies: not in the store of the
 * records (Firefox lets content scripts read that one). In clear on the disk.
 */
interface ComputerKeyStore {
  read(): Promise<Uint8Array<ArrayBuffer> | undefined>;
  write(key: Uint8Array<ArrayBuffer>): Promise<void>;
  clear(): Promise<void>;
}

export interface VaultPorts {
  readonly records: RecordStore;
  readonly generationMark: GenerationMark;
  readonly sessionMemory: SessionMemory;
  readonly computerKey: ComputerKeyStore;
  readonly headCopy: HeadCopyStore;
  /** Tells whether an account may be tied to a site here: a registered one, or one that the user added. */
  readonly knownSites: () => Promise<(siteId: string) => boolean>;
  /** The lock time that holds where the user chose `minutes`: a policy may shorten it. */
  readonly boundLockMinutes?: (minutes: number | 'never') => Promise<number | 'never'>;
  /** Runs `work` alone among all contexts of the extension (a Web Lock). */
  readonly exclusive: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Wall clock, Unix time in ms. */
  readonly nowMs: () => number;
  /** A clock for durations (performance.now), for the calibration of the key derivation. */
  readonly elapsedMs: () => number;
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>;
}
