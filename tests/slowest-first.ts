/** The order of the test files: what takes longest begins first, so that nothing long is left for the end. */
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The end-to-end files that take over 45 s, slowest first, as a whole run on two cores showed. */
export const SLOWEST = [
  'tests/e2e/page-defence/card.test.ts',
  'tests/e2e/every-qr/looks.test.ts',
  'tests/e2e/page-defence/badge.test.ts',
  'tests/e2e/sign-in-with-nothing-to-do/sent-once.test.ts',
  'tests/e2e/every-prompt/variants.test.ts',
  'tests/e2e/page-defence/appearance.test.ts',
  'tests/e2e/every-prompt/never.test.ts',
  'tests/e2e/every-qr/texts.test.ts',
  'tests/e2e/sign-in-with-nothing-to-do/after-acceptance.test.ts',
  'tests/e2e/crash/flips.test.ts',
  'tests/e2e/enrol-in-one-click/second-enrolment.test.ts',
  'tests/e2e/enrol-in-one-click/verdict.test.ts',
  'tests/e2e/enrol-in-one-click/first-run.test.ts',
  'tests/e2e/sign-in-with-nothing-to-do/one-form.test.ts',
  'tests/e2e/stand-in-pages.test.ts',
  'tests/e2e/crash/passphrase-change.test.ts',
  'tests/e2e/never-lose-a-code/restore-vault.test.ts',
  'tests/e2e/at-rest/taken-back.test.ts',
  'tests/e2e/sites-the-user-adds/vms-local.test.ts',
  'tests/e2e/fill-by-hand/account-picker-ends.test.ts',
  'tests/e2e/every-prompt/own-document.test.ts',
  'tests/e2e/page-defence/between-prompt-and-fill.test.ts',
  'tests/e2e/every-prompt/decoy-pages.test.ts',
  'tests/e2e/crash/rollback.test.ts',
  'tests/e2e/crash/save-loop.test.ts',
] as const;

const root = path.resolve(import.meta.dirname, '..');

/** The place of a file among the slowest; those of the rest are equal. */
function placeOf({ moduleId }: TestSpecification): number {
  const name = path.relative(root, moduleId).replaceAll(path.sep, '/');
  const at = SLOWEST.findIndex((slow) => slow === name);
  return at === -1 ? SLOWEST.length : at;
}

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // Vitest's own order, by durations it remembers or by size, stays among the rest.
    const sorted = await super.sort(files);
    return sorted.toSorted((one, two) => placeOf(one) - placeOf(two));
  }
}
