import { AppError } from '../../lib/errors.ts';
import type {
  FilesReading,
  ReaderAsk,
  ReaderProgress,
  ReaderReply,
} from '../../lib/protocol/reader-messages.ts';
import { READER_ADDRESS } from './reader-address.ts';

type ReaderAnswer = Exclude<ReaderReply, { readonly kind: 'progress' }>;

/** The worker that reads the files of one import. It holds the files and what was in them, the page does not. */
export class ReaderWorker {
  readonly #worker = new Worker(READER_ADDRESS);
  readonly #ended = new AbortController();
  readonly #onProgress: (progress: ReaderProgress) => void;

  constructor(onProgress: (progress: ReaderProgress) => void) {
    this.#onProgress = onProgress;
  }

  /**
   * One ask at a time. Undefined when the import was ended meanwhile; throws
   * AppError with what the reader says.
   */
  async ask(ask: ReaderAsk): Promise<FilesReading | undefined> {
    const answer = await this.#answerTo(ask);
    if (answer?.kind === 'failed') throw new AppError(answer.code);
    return answer?.reading;
  }

  /** Ends whatever it is at, a key derivation too, and frees its memory. */
  end(): void {
    this.#worker.terminate();
    this.#ended.abort();
  }

  #answerTo(ask: ReaderAsk): Promise<ReaderAnswer | undefined> {
    const ended = this.#ended.signal;
    if (ended.aborted) return Promise.resolve(undefined);
    const done = new AbortController();
    const { signal } = done;
    return new Promise<ReaderAnswer | undefined>((resolve, reject) => {
      ended.addEventListener('abort', () => resolve(undefined), { signal });
      const take = ({ data }: MessageEvent<ReaderReply>): void => {
        if (data.kind === 'progress') this.#onProgress(data.progress);
        else resolve(data);
      };
      this.#worker.addEventListener('message', take, { signal });
      this.#worker.addEventListener('error', () => reject(new AppError('unexpected')), { signal });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      this.#worker.postMessage(ask);
    }).finally(() => done.abort());
  }
}
