import { expect, test } from 'vitest';
import { BoundedWorker } from './bench/imports/bounded-worker.ts';

/** Hangs, crashes, or sends its order back. */
const source = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (order) => {
  if (order === 'crash') throw new Error(order);
  while (order === 'hang');
  parentPort.postMessage(order);
});`;
const address = new URL(`data:text/javascript,${encodeURIComponent(source)}`);

test('a sample without an end is ended, and the next one is judged', async () => {
  const worker = new BoundedWorker<string, string>(address, 100_000);
  expect(await worker.ask('one')).toEqual({ kind: 'answer', value: 'one' });
  expect(await worker.ask('crash')).toEqual({ kind: 'crashed' });
  const hanging = new BoundedWorker<string, string>(address, 50);
  expect(await hanging.ask('hang')).toEqual({ kind: 'hung' });
  expect(await worker.ask('two')).toEqual({ kind: 'answer', value: 'two' });
  await worker.end();
  await hanging.end();
});
