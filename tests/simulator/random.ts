import { createHash } from 'node:crypto';

/**
 * A stream of bytes decided by its seed, so that a failing run can be repeated
 * byte for byte. SHA-256(seed ‖ counter): not for anything real.
 */
export class SeededRandom {
  readonly #seed: string;
  #counter = 0;
  #rest: readonly number[] = [];

  constructor(seed: string) {
    this.#seed = seed;
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    const wanted: number[] = [];
    while (wanted.length < length) {
      if (this.#rest.length === 0) {
        const block = createHash('sha256').update(`${this.#seed}/${this.#counter}`).digest();
        this.#rest = [...block];
        this.#counter += 1;
      }
      const taken = this.#rest.slice(0, length - wanted.length);
      this.#rest = this.#rest.slice(taken.length);
      wanted.push(...taken);
    }
    return Uint8Array.from(wanted);
  }

  hex(byteCount: number): string {
    return Buffer.from(this.bytes(byteCount)).toString('hex');
  }

  /** `count` decimal digits. */
  digits(count: number): string {
    return [...this.bytes(count)].map((byte) => String(byte % 10)).join('');
  }
}
