/** What the test of the watched pictures uses of lib/page/qr. */
import {
  isQrBeingRead,
  noteQrPicture,
  noteQrReading,
} from '../../../../lib/page/dom/qr-reading.ts';
import { showsSoon } from '../../../../lib/page/qr/after-fade.ts';
import { ElementWalk } from '../../../../lib/page/qr/walk.ts';
import { PictureWatcher, type ReadResult } from '../../../../lib/page/qr/watch-pictures.ts';

/** One entry for every picture that was handed on to be decoded. */
export const log: string[] = [];

/** What prompt.content does where it notices the last picture of the page. */
export function noteLast(): void {
  const last = [...document.images].at(-1);
  if (last) noteQrPicture(last);
}

/** In every frame until the picture that was noted is handed on: whether it counts as being read. */
export async function readingUntilFirst(): Promise<readonly boolean[]> {
  noteQrReading('under-way');
  noteLast();
  const life = new AbortController();
  const states: boolean[] = [];
  await new Promise<void>((resolve) => {
    const onPicture = (): Promise<ReadResult> => {
      resolve();
      return Promise.resolve('done');
    };
    new PictureWatcher({ onPicture, onTainted: () => 'done' }, life.signal).start();
    const look = (): void => {
      if (life.signal.aborted) return;
      states.push(isQrBeingRead());
      requestAnimationFrame(look);
    };
    look();
  });
  life.abort();
  return states;
}

/** The id of each picture that is handed on, in their order, until the one of the last is. */
export async function readUntilLast(): Promise<readonly string[]> {
  const ids: string[] = [];
  const lastId = [...document.images].at(-1)?.id ?? '';
  const life = new AbortController();
  await new Promise<void>((resolve) => {
    const onPicture = ({ id }: Element): Promise<ReadResult> => {
      ids.push(id);
      if (id === lastId) resolve();
      return Promise.resolve('done');
    };
    new PictureWatcher({ onPicture, onTainted: () => 'done' }, life.signal).start();
  });
  life.abort();
  return ids;
}

/** The id that a walk over the page meets first after 'added' came while it was under way. */
export function metAfterAddition(): string | undefined {
  const walk = new ElementWalk();
  walk.addRoot(document);
  // No time at all: as few as a walk visits at once.
  walk.visit(() => {}, -1);
  const added = document.createElement('p');
  added.id = 'added';
  document.body.prepend(added);
  walk.add([added]);
  const met: string[] = [];
  walk.visit(({ id }) => met.push(id), -1);
  return met[0];
}

/** How many frames after `frames` the page's picture, which is hidden until then, is known to show; -1: not at all. */
export async function framesUntilKnown(frames: number, signal = 'alive'): Promise<number> {
  const [picture] = document.images;
  if (!picture) throw new Error('no picture');
  picture.style.opacity = '0';
  let now = 0;
  const count = (): void => {
    now += 1;
    if (now === frames) picture.style.opacity = '0.1';
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  const life = signal === 'alive' ? new AbortController().signal : AbortSignal.abort();
  return (await showsSoon(picture, life)) ? now - frames : -1;
}

/** When each of them began and ended. */
export const times: { readonly startMs: number; readonly endMs: number }[] = [];

/** Watches the page's pictures, whose decodings end with `results`, one after another; the last one stays. */
export function startPictures(results: readonly ReadResult[], decodingMs = 0): void {
  new PictureWatcher(
    {
      onPicture: async () => {
        const result = results[Math.min(log.length, results.length - 1)] ?? 'done';
        log.push(result);
        const startMs = performance.now();
        if (decodingMs > 0) await new Promise((resolve) => setTimeout(resolve, decodingMs));
        times.push({ startMs, endMs: performance.now() });
        return result;
      },
      onTainted: () => 'done',
    },
    new AbortController().signal,
  ).start();
}

/** Watches the page's pictures, and answers what is told of one that is kept from scripts in turn with `answers`. */
export function startTainted(answers: readonly ('done' | 'again')[]): void {
  const onTainted = (): 'done' | 'again' => {
    const answer = answers[log.length] ?? 'done';
    log.push(answer);
    return answer;
  };
  const onPicture = () => Promise.resolve<ReadResult>('done');
  new PictureWatcher({ onPicture, onTainted }, new AbortController().signal).start();
}
