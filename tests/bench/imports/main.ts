/**
 * npm run bench:imports -- FOLDER [--only ID]
 * Scores the importers over the samples of a folder with a manifest (dev.json
 * or held.json). They are given the bytes alone, and the password when they
 * ask. Prints a line a file, then how often each fault occurred.
 */
import { parseArgs } from 'node:util';
import { BoundedWorker } from './bounded-worker.ts';
import { readSamples } from './manifest.ts';
import { FAULTS, type FoundFault } from './score.ts';
import type { Order } from './worker.ts';

/** The strongest real setting of a key derivation takes half a minute, and a sample is opened twice. */
const HANG_MS = 120_000;

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Usage: npm run bench:imports -- FOLDER [--only ID]');
const address = new URL('worker.ts', import.meta.url);
const worker = new BoundedWorker<Order, readonly FoundFault[]>(address, HANG_MS);
const counts = new Map<string, number>();
const right = new Map<string, number>();
const samples = readSamples(folder).filter(
  ({ sample }) => (values.only ?? sample.id) === sample.id,
);
for (const { sample, bytes } of samples) {
  const startMs = performance.now();
  const order: Order = { sample, bytes: new Uint8Array(bytes) };
  const answer = await worker.ask(order);
  const faults: readonly FoundFault[] =
    answer.kind === 'answer'
      ? answer.value
      : [{ fault: 'crash or hang', detail: answer.kind === 'hung' ? 'took too long' : 'crashed' }];
  const tookMs = performance.now() - startMs;
  const kind = `${sample.tier}${sample.odd === true ? ', odd' : ''}`;
  const word =
    faults.length === 0
      ? 'right'
      : faults.map(({ fault, detail }) => `${fault} (${detail})`).join('; ');
  process.stdout.write(
    `${sample.id.padEnd(16)}${kind.padEnd(12)}${tookMs.toFixed(0).padStart(7)} ms  ${word}\n`,
  );
  for (const { fault } of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  right.set(kind, (right.get(kind) ?? 0) + (faults.length === 0 ? 1 : 0));
}
process.stdout.write('\n');
for (const fault of FAULTS) process.stdout.write(`${fault}: ${counts.get(fault) ?? 0}\n`);
for (const [kind, count] of right) {
  const all = samples.filter(
    ({ sample }) => `${sample.tier}${sample.odd === true ? ', odd' : ''}` === kind,
  );
  process.stdout.write(`${kind}: ${count} of ${all.length} right\n`);
}
await worker.end();
