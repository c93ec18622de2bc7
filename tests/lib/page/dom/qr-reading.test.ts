import { afterEach, expect, test } from 'vitest';
import { noteQrPicture, onQrPicture, takeQrPicture } from '../../../../lib/page/dom/qr-reading.ts';

// Nothing of an element is read.
const PICTURE = {} as Element;

const lives: AbortController[] = [];

/** A script that waits for the first picture; gives what it took. */
function wait(): { readonly taken: (Element | undefined)[]; readonly life: AbortController } {
  const life = new AbortController();
  lives.push(life);
  const taken: (Element | undefined)[] = [];
  onQrPicture(() => taken.push(takeQrPicture()), life.signal);
  return { taken, life };
}

afterEach(() => {
  for (const life of lives.splice(0)) life.abort();
  Reflect.deleteProperty(globalThis, 'nightlatchQrPicture');
});

test('the script that waits takes the first picture, and is not called again', () => {
  const { taken } = wait();
  expect(taken).toEqual([]);
  expect(noteQrPicture(PICTURE)).toBe('taken');
  expect(taken).toEqual([PICTURE]);
  noteQrPicture(PICTURE);
  expect(taken).toEqual([PICTURE]);
});

test('a picture for which no script waits is left to the one that is called for it', () => {
  expect(noteQrPicture(PICTURE)).toBe('left');
  expect(wait().taken).toEqual([PICTURE]);
});

test('a script whose life is over takes nothing', () => {
  const { taken, life } = wait();
  life.abort();
  expect(noteQrPicture(PICTURE)).toBe('left');
  expect(taken).toEqual([]);
});
