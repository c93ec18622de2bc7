/**
 * `npm run fuzz -- [INPUTS] [SEED] [NAME]`: a million hostile inputs over all
 * parsers, or over those whose name has NAME in it.
 * The same seed makes the same inputs. Exits with 1 at a crash, a broken
 * promise, a changed prototype, or an input that takes longer than a second.
 */
import { Worker } from 'node:worker_threads';
import type { FuzzOrder, FuzzReport } from './worker.ts';

const inputs = Number(process.argv[2] ?? 1_000_000);
const seed = process.argv[3] ?? String(Date.now());
if (!Number.isSafeInteger(inputs) || inputs < 1)
  throw new Error('Usage: npm run fuzz -- INPUTS SEED NAME');

const STUCK_MS = 60_000;
const progress = new Int32Array(new SharedArrayBuffer(8));
const reports: FuzzReport[] = [];
const startMs = performance.now();
process.stdout.write(`seed ${seed}\n`);

const worker = new Worker(new URL('worker.ts', import.meta.url), {
  workerData: { inputs, seed, only: process.argv[4] ?? '', progress } satisfies FuzzOrder,
});
worker.on('message', (report: FuzzReport) => {
  reports.push(report);
  const { target, accepted, slowestMs, faults } = report;
  process.stdout.write(
    `${String(report.inputs).padStart(8)} ${target}: ${accepted} accepted, ` +
      `slowest ${slowestMs.toFixed(1)} ms, ${faults.length} faults\n`,
  );
  for (const fault of faults) process.stdout.write(`  ${fault}\n`);
});

/** An input without end can't report itself: the numbers that stand still tell which it is. */
let last = '';
let lastMs = performance.now();
const watch = setInterval(() => {
  const now = progress.join('/');
  if (now !== last) {
    last = now;
    lastMs = performance.now();
  } else if (performance.now() - lastMs > STUCK_MS) {
    process.stdout.write(`hangs at target ${progress[0]}, input ${progress[1]}, seed ${seed}\n`);
    process.exit(1);
  }
}, 1000);

worker.on('error', (thrown) => {
  throw thrown;
});
worker.on('exit', (code) => {
  clearInterval(watch);
  const total = reports.reduce((sum, report) => sum + report.inputs, 0);
  const faults = reports.reduce((sum, report) => sum + report.faults.length, 0);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(0);
  process.stdout.write(`${total} inputs, ${faults} faults, ${seconds} s, seed ${seed}\n`);
  process.exitCode = faults === 0 && code === 0 ? 0 : 1;
});
