import { spawn } from 'node:child_process';
import { addTallies, type Tally } from './tally.ts';

/** What one step did: how it counts, and all it had to say. */
export interface Outcome {
  readonly tally: Tally;
  readonly output: string;
  /** What failed and why, for the end of the run. */
  readonly failures?: readonly string[];
}

export interface Step {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

/** What a whole run came to. */
export interface Result {
  readonly tally: Tally;
  readonly failedSteps: readonly string[];
  readonly failures: readonly string[];
}

/** A silent run looks like a hang, to people and to pipelines. */
const REMINDER_MS = 60_000;

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/** A step that breaks is a failed step: it does not take the steps after it along. */
async function outcomeOf(step: Step): Promise<Outcome> {
  try {
    return await step.run();
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { tally: { passed: 0, failed: 1, skipped: 0 }, output: `${reason}\n` };
  }
}

/**
 * Runs lanes of steps beside each other; in a lane, one step after another.
 * A line says that a step begins. What a step prints comes as one block when
 * it has ended, so that the words of two steps never mix.
 */
export async function runLanes(
  lanes: readonly (readonly Step[])[],
  write: (text: string) => void,
): Promise<Result> {
  const running = new Map<string, number>();
  const ended: { readonly step: Step; readonly outcome: Outcome }[] = [];
  const reminder = setInterval(() => {
    for (const [name, startMs] of running) {
      write(`── ${name}: still running after ${seconds(performance.now() - startMs)} s\n`);
    }
  }, REMINDER_MS);
  const runLane = async (steps: readonly Step[]): Promise<void> => {
    for (const step of steps) {
      const startMs = performance.now();
      running.set(step.name, startMs);
      write(`── ${step.name}: started\n`);
      const outcome = await outcomeOf(step);
      running.delete(step.name);
      ended.push({ step, outcome });
      const verdict = outcome.tally.failed === 0 ? 'passed' : 'FAILED';
      const line = `── ${step.name}: ${verdict} in ${seconds(performance.now() - startMs)} s\n`;
      write(`${outcome.output}${line}`);
    }
  };
  await Promise.all(lanes.map(runLane));
  clearInterval(reminder);
  const failed = ended.filter(({ outcome }) => outcome.tally.failed > 0);
  return {
    tally: ended.map(({ outcome }) => outcome.tally).reduce(addTallies),
    failedSteps: failed.map(({ step }) => step.name),
    failures: ended.flatMap(({ outcome }) => outcome.failures ?? []),
  };
}

/** Runs a program and gathers what it prints, both streams in their order. */
export function runProgram(
  program: string,
  argv: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<{ readonly status: 'succeeded' | 'failed'; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      const end = output === '' || output.endsWith('\n') ? '' : '\n';
      resolve({ status: code === 0 ? 'succeeded' : 'failed', output: output + end });
    });
  });
}
