import type { ErrorCode } from '../../errors.ts';
import { findCodeField } from '../field/find-field.ts';
import type { GreyPicture } from '../../qr/picture.ts';
import { hashOf } from '../qr/grey.ts';
import { readPixels } from '../qr/read-pixels.ts';
import { PictureWatcher, type ReadResult } from '../qr/watch-pictures.ts';
import { dialogAround } from './dialog.ts';
import { onlyShowsQr } from './frames.ts';
import type { EnrolmentBackend } from './ports.ts';
import type { ShownScan } from './state.ts';

export interface ScanListener {
  onScan(shown: ShownScan): void;
  /** A set-up QR that cannot be kept. */
  onRefused(code: ErrorCode): void;
  /** There may be a QR whose pixels are kept from scripts; told once a document. */
  onUnreadable(): 'told' | 'busy';
}

/** Has every picture decoded that may be a QR, and tells of the set-up QRs, until `signal` aborts. */
export class ScanWatcher {
  readonly #backend: Pick<EnrolmentBackend, 'read' | 'handOver'>;
  readonly #listener: ScanListener;
  readonly #signal: AbortSignal;
  /** The element whose scan this frame has left to the top document to offer. */
  #handedOver: Element | undefined;
  #unreadable: 'told' | 'busy' = 'busy';

  constructor(
    backend: Pick<EnrolmentBackend, 'read' | 'handOver'>,
    listener: ScanListener,
    signal: AbortSignal,
  ) {
    this.#backend = backend;
    this.#listener = listener;
    this.#signal = signal;
  }

  start(): void {
    new PictureWatcher(
      {
        onPicture: (element, picture) => this.#read(element, picture),
        onTainted: (element) => this.#onTainted(element),
      },
      this.#signal,
    ).start();
  }

  /** The top document's user has pressed after the text had died: reads the same QR once more. */
  async handOverAgain(): Promise<void> {
    const element = this.#handedOver;
    const reading = element && (await readPixels(element));
    if (element && reading?.kind === 'pixels') await this.#read(element, reading.picture);
  }

  async #read(element: Element, picture: GreyPicture): Promise<ReadResult> {
    try {
      const answer = await this.#backend.read(picture);
      if (this.#signal.aborted) return 'done';
      if (answer.kind === 'unfinished') return 'again';
      if (answer.kind === 'otpauth') {
        const { kind: _kind, ...scan } = answer;
        if (await this.#isHandedOver(scan.scanId)) this.#handedOver = element;
        else {
          const hash = hashOf(picture);
          this.#listener.onScan({ scan, picture: element, hash, shownIn: 'this-document' });
        }
      } else if (answer.kind === 'refused') {
        this.#listener.onRefused(answer.code);
      }
      return 'done';
    } catch {
      // The background did not answer: it is being started or updated, or the site is no longer ours.
      return 'again';
    }
  }

  async #isHandedOver(scanId: string): Promise<boolean> {
    if (!onlyShowsQr()) return false;
    try {
      await this.#backend.handOver(scanId);
      return true;
    } catch {
      return false;
    }
  }

  #onTainted(element: Element): 'done' | 'again' {
    if (this.#unreadable === 'told') return 'done';
    // A picture alone says nothing: the field for a code beside it does.
    if (!findCodeField(dialogAround(element, undefined), { moment: 'unknown' })) return 'again';
    this.#unreadable = this.#listener.onUnreadable();
    return 'done';
  }
}
