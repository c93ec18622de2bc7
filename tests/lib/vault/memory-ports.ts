import { createHash } from 'node:crypto';
import type {
  GenerationMarkValue,
  RecordStore,
  VaultPorts,
} from '../../../lib/vault/store/ports.ts';

/** A disk, a browser session and a clock of our own, to look into and to break. */
export interface Machine {
  readonly ports: VaultPorts;
  readonly disk: Map<string, string>;
  readonly session: Map<string, unknown>;
  readonly clock: { nowMs: number };
  mark: GenerationMarkValue | undefined;
  computerKey: Uint8Array<ArrayBuffer> | undefined;
  headCopy: string | undefined;
  /** Ids of sites that this browser never granted. */
  readonly unknownSites: Set<string>;
  /** How often overwritten values were erased from the disk. */
  erasures: number;
  /** unfinished: the browser was closed in the middle of the last one. */
  erasing: 'finished' | 'unfinished';
  /** Called with every change of the disk before it happens; may throw. */
  beforeSet: (items: Readonly<Record<string, string>>) => void;
  /** Names of the keys of every read, in order. */
  readonly reads: string[][];
  /** The same disk and session, seen by a background that has just woken up. */
  other(): VaultPorts;
}

/** Bytes that look random and are the same in every run. */
export function seededBytes(seed: string): (length: number) => Uint8Array<ArrayBuffer> {
  let counter = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let offset = 0; offset < length; offset += 32) {
      const block = createHash('sha256').update(`${seed}/${counter++}`).digest();
      bytes.set(block.subarray(0, Math.min(32, length - offset)), offset);
    }
    return bytes;
  };
}

/** The store of a disk on which a block is bad: these keys can be neither read nor written, nor all keys listed. */
export function withBadBlock(machine: Machine, isBad: (key: string) => boolean): RecordStore {
  const { records } = machine.ports;
  const check = (keys: readonly string[]): void => {
    if (keys.some(isBad)) throw new Error('block checksum mismatch');
  };
  return {
    ...records,
    async get(keys) {
      check(keys);
      return records.get(keys);
    },
    async set(items) {
      check(Object.keys(items));
      await records.set(items);
    },
    async remove(keys) {
      check(keys);
      await records.remove(keys);
    },
    async keys() {
      check([...machine.disk.keys()]);
      return records.keys();
    },
  };
}

export const START_MS = 1_800_000_000_000;

export function newMachine(seed = 'machine'): Machine {
  const disk = new Map<string, string>();
  const session = new Map<string, unknown>();
  const clock = { nowMs: START_MS };
  const reads: string[][] = [];
  let queue: Promise<unknown> = Promise.resolve();
  const ports: VaultPorts = {
    records: {
      async get(keys) {
        reads.push([...keys]);
        return Object.fromEntries(
          keys.flatMap((key) => {
            const value = disk.get(key);
            return value === undefined ? [] : [[key, value]];
          }),
        );
      },
      async set(items) {
        machine.beforeSet(items);
        for (const [key, value] of Object.entries(items)) disk.set(key, value);
      },
      async remove(keys) {
        for (const key of keys) disk.delete(key);
      },
      async keys() {
        return [...disk.keys()];
      },
      async eraseOverwritten(when) {
        if (when === 'if-unfinished' && machine.erasing === 'finished') return;
        machine.erasures += 1;
        machine.erasing = 'finished';
      },
    },
    generationMark: {
      async read() {
        return machine.mark;
      },
      async write(mark) {
        machine.mark = mark;
      },
      async clear() {
        machine.mark = undefined;
      },
    },
    sessionMemory: {
      async get(key) {
        return structuredClone(session.get(key));
      },
      async set(key, value) {
        session.set(key, structuredClone(value));
      },
      async remove(key) {
        session.delete(key);
      },
    },
    computerKey: {
      async read() {
        return machine.computerKey?.slice();
      },
      async write(key) {
        machine.computerKey = key.slice();
      },
      async clear() {
        machine.computerKey = undefined;
      },
    },
    headCopy: {
      async read() {
        return machine.headCopy;
      },
      async write(text) {
        machine.headCopy = text;
      },
      async clear() {
        machine.headCopy = undefined;
      },
    },
    async knownSites() {
      return (siteId) => !machine.unknownSites.has(siteId);
    },
    async exclusive(work) {
      const turn = queue.then(work);
      queue = turn.catch(() => undefined);
      return turn;
    },
    nowMs: () => clock.nowMs,
    // Tests never calibrate upwards: every pass seems to take a second.
    elapsedMs: (() => {
      let elapsed = 0;
      return () => (elapsed += 1000);
    })(),
    randomBytes: seededBytes(seed),
  };
  const machine: Machine = {
    ports,
    disk,
    session,
    clock,
    mark: undefined,
    computerKey: undefined,
    headCopy: undefined,
    erasures: 0,
    erasing: 'finished',
    unknownSites: new Set(),
    beforeSet: () => undefined,
    reads,
    other: () => ({ ...ports }),
  };
  return machine;
}
