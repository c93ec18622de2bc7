/** Runs the targets one after another and tells the main thread how far it is. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../lib/errors.ts';
import { backupTargets } from './backup-targets.ts';
import { formatTargets } from './format-targets.ts';
import { messageTargets } from './message-targets.ts';
import { Random } from './random.ts';
import type { Target } from './target.ts';
import { textTargets } from './text-targets.ts';
import { vaultTargets } from './vault-targets.ts';

export interface FuzzOrder {
  readonly inputs: number;
  readonly seed: string;
  /** Part of the names of the targets that run; '' is in all. */
  readonly only: string;
  /** Two numbers: the target at work, and its input. */
  readonly progress: Int32Array<SharedArrayBuffer>;
}
export interface FuzzReport {
  readonly target: string;
  readonly inputs: number;
  /** Inputs that were answered, not refused: a fuzzer that only makes rubbish proves little. */
  readonly accepted: number;
  readonly slowestMs: number;
  readonly faults: readonly string[];
}

const HANG_MS = 1000;
const FAULTS_MAX = 10;

const natives = [Object, Array, Function, String, Number, Promise, Map, Uint8Array].map(
  ({ prototype }): object => prototype,
);
const ownNames = (): string => natives.map((one) => Reflect.ownKeys(one).length).join();
const clean = ownNames();

function isPolluted(): boolean {
  for (const name in {}) return name !== '';
  return ownNames() !== clean;
}

async function fuzz(target: Target, index: number, order: FuzzOrder): Promise<FuzzReport> {
  const inputs = Math.ceil((target.share / 1_000_000) * order.inputs);
  const faults: string[] = [];
  let accepted = 0;
  let slowestMs = 0;
  for (let input = 0; input < inputs && faults.length < FAULTS_MAX; input++) {
    Atomics.store(order.progress, 0, index);
    Atomics.store(order.progress, 1, input);
    const seed = `${order.seed}/${target.name}/${input}`;
    const fault = (what: string): void => void faults.push(`${seed}: ${what}`);
    const random = new Random(seed);
    // CPU, not wall clock: other programs on this machine are no hang of ours.
    const before = process.threadCpuUsage();
    try {
      await target.run(random);
      accepted += 1;
    } catch (thrown) {
      if (!(thrown instanceof AppError)) {
        fault(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
      }
    }
    const { user, system } = process.threadCpuUsage(before);
    const tookMs = (user + system) / 1000;
    slowestMs = Math.max(slowestMs, tookMs);
    if (tookMs > HANG_MS) fault(`took ${Math.round(tookMs)} ms`);
    if (isPolluted()) {
      fault('changed a prototype');
      break;
    }
  }
  return { target: target.name, inputs, accepted, slowestMs, faults };
}

const targets: readonly Target[] = [
  ...textTargets,
  ...messageTargets,
  ...vaultTargets,
  ...backupTargets,
  ...formatTargets,
];

if (parentPort) {
  const order = workerData as FuzzOrder;
  for (const [index, target] of targets.entries()) {
    if (!target.name.includes(order.only)) continue;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort.postMessage(await fuzz(target, index, order));
  }
}
