import { expect, test } from 'vitest';
import { takeCode } from '../../entrypoints/background/take-code.ts';
import { codeOfStep, fakeCore, SITE } from './fake-core.ts';

const NOW = 1_800_000_010_000;

test('of two pages that ask in the same moment one gets the code', async () => {
  const vault = { codeAt: async (_id: string, atMs: number) => codeOfStep('111111', atMs) };
  const core = fakeCore(vault, () => NOW);
  const request = { accountId: 'maria', siteId: SITE, clockOffsetMs: 0, servedCounter: undefined };
  // Prompts and enrolments are answered in queues of their own.
  const taken = await Promise.all(
    (['waiting', 'served'] as const).map((promptState) =>
      takeCode(core, { ...request, promptState }),
    ),
  );
  expect(taken.map(({ kind }) => kind)).toEqual(['taken', 'wait']);
});
