import { expect, test } from 'vitest';
import { runLanes, runProgram, type Outcome, type Step } from './run-steps.ts';

const passed: Outcome = { tally: { passed: 1, failed: 0, skipped: 0 }, output: '' };
const failed: Outcome = { tally: { passed: 0, failed: 1, skipped: 0 }, output: '' };

function stepOf(name: string, run: () => Promise<Outcome>): Step {
  return { name, run };
}

/** Runs the lanes; gives what was printed, without the durations, beside the result. */
async function printed(lanes: readonly (readonly Step[])[]) {
  let text = '';
  const result = await runLanes(lanes, (more) => {
    text += more;
  });
  return { result, text: text.replaceAll(/ in [\d.]+ s/g, '') };
}

test('lanes run beside each other, and what each step prints stays in one block', async () => {
  const other = Promise.withResolvers<void>();
  const first = stepOf('first', async () => {
    await other.promise;
    return { ...passed, output: 'one\ntwo\n' };
  });
  const second = stepOf('second', () => Promise.resolve({ ...passed, output: 'three\n' }));
  const third = stepOf('third', () => {
    other.resolve();
    return Promise.resolve(passed);
  });
  // `first` ends only after `third` began: one lane would wait for ever.
  const { text, result } = await printed([[first], [second, third]]);
  expect(text).toContain('one\ntwo\n── first: passed\n');
  expect(text).toContain('three\n── second: passed\n── third: started\n');
  expect(result.tally).toEqual({ passed: 3, failed: 0, skipped: 0 });
});

test('a step that fails or breaks does not hide the steps after it', async () => {
  const { text, result } = await printed([
    [
      stepOf('fails', () => Promise.resolve({ ...failed, failures: ['one.test.ts > breaks'] })),
      stepOf('throws', () => Promise.reject(new Error('no such tool'))),
      stepOf('passes', () => Promise.resolve(passed)),
    ],
  ]);
  expect(text).toContain('no such tool\n── throws: FAILED\n── passes: started\n');
  expect(result).toEqual({
    tally: { passed: 1, failed: 2, skipped: 0 },
    failedSteps: ['fails', 'throws'],
    failures: ['one.test.ts > breaks'],
  });
});

test('what a program prints on both streams is gathered, and its exit code told', async () => {
  const script = 'console.log("out"); console.error("error"); process.exitCode = 3;';
  const options = { cwd: import.meta.dirname, env: process.env };
  const { status, output } = await runProgram(process.execPath, ['-e', script], options);
  expect(status).toBe('failed');
  expect(output.split('\n').toSorted()).toEqual(['', 'error', 'out']);
});

test('a program that is not there is an error, not a success', async () => {
  const options = { cwd: import.meta.dirname, env: process.env };
  await expect(runProgram('/no/such/program', [], options)).rejects.toThrow(/ENOENT/);
});
