import { AppError } from '../../lib/errors.ts';
import type { FilesReading, ReaderAsk, ReaderReply } from '../../lib/protocol/reader-messages.ts';
import { READER_ADDRESS } from './reader-address.ts';

/** The worker that reads the files of one import. It holds the files and what was in them, the page does not. */
export class ReaderWorker {
  readonly #worker = new Worker(READER_ADDRESS);
  readonly #ended = new AbortController();

  /**
   * One ask at a time. Undefined when the import was ended meanwhile; throws
   * AppError with what the reader says.
   */
  async ask(ask: ReaderAsk): Promise<FilesReading | undefined> {
    const reply = await this.#replyTo(ask);
    if (reply?.kind === 'failed') throw new AppError(reply.code);
    return reply?.reading;
  }

  /** Ends whatever it is at, a key derivation too, and frees its memory. */
  end(): void {
    this.#worker.terminate();
    this.#ended.abort();
  }

  #replyTo(ask: ReaderAsk): Promise<ReaderReply | undefined> {
    const { signal } = this.#ended;
    if (signal.aborted) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      const done = new AbortController();
      const listening = { signal: done.signal };
      const settle = (act: () => void) => (): void => {
        done.abort();
        act();
      };
      this.#worker.addEventListener(
        'message',
        ({ data }: MessageEvent<ReaderReply>) => settle(() => resolve(data))(),
        listening,
      );
      this.#worker.addEventListener(
        'error',
        settle(() => reject(new AppError('unexpected'))),
        listening,
      );
      signal.addEventListener(
        'abort',
        settle(() => resolve(undefined)),
        listening,
      );
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      this.#worker.postMessage(ask);
    });
  }
}
