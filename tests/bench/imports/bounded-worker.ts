import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export type BoundedAnswer<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  | { readonly kind: 'hung' | 'crashed' };

/**
 * A worker that answers one message with one message. One that takes longer
 * than `hangMs` is ended, in the midst of whatever it computes, and the next
 * order goes to a new one.
 */
export class BoundedWorker<Order, Value> {
  readonly #address: URL;
  readonly #hangMs: number;
  #worker: Worker | undefined;

  constructor(address: URL, hangMs: number) {
    this.#address = address;
    this.#hangMs = hangMs;
  }

  async ask(order: Order): Promise<BoundedAnswer<Value>> {
    const worker = (this.#worker ??= new Worker(this.#address));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(order);
    const signal = AbortSignal.timeout(this.#hangMs);
    try {
      // It rejects at the worker's 'error', too.
      const [value] = (await once(worker, 'message', { signal })) as [Value];
      return { kind: 'answer', value };
    } catch {
      await this.end();
      return { kind: signal.aborted ? 'hung' : 'crashed' };
    }
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}
