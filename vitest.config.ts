import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/slowest-first.ts';

/** These need a real browser, and no extension in it. */
const IN_BROWSER = ['tests/**/*.browser.test.ts'];
/** Only here may a test replace a module: elsewhere the files of a worker share what they import. */
export const REPLACING_MODULES = ['tests/background/', 'tests/lib/browser/', 'tests/lib/page/'];
const ISOLATED = REPLACING_MODULES.map((folder) => `${folder}**/*.test.ts`);

const UNIT = {
  environment: 'node',
  // A hang still ends; a busy machine is no defect.
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;

export default defineConfig({
  test: {
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          ...UNIT,
          name: 'unit',
          include: [
            'tests/*.test.ts',
            'tests/{lib,components,simulator,release}/**/*.test.{ts,tsx}',
          ],
          exclude: [...ISOLATED, ...IN_BROWSER],
          // To import everything anew takes a quarter of the time.
          isolate: false,
        },
      },
      {
        test: {
          ...UNIT,
          name: 'isolated',
          include: ISOLATED,
          exclude: IN_BROWSER,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/e2e/driver/global-setup.ts'],
          // Each file has its own browser, profile and ports. A third one on two processors, beside
          // the unit tests, makes frames so slow that a press counts as too late.
          maxWorkers: 2,
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: IN_BROWSER,
          environment: 'node',
          globalSetup: ['tests/plain-chromium.ts'],
          maxWorkers: 1,
          // All files use one Chromium, and what they bundle for it: see tests/plain-chromium.ts.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'firefox',
          include: ['tests/firefox/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/firefox/global-setup.ts'],
          // It runs beside the tests in Chromium, which keep the processors busy.
          maxWorkers: 1,
          // All files use one Firefox: see tests/firefox/shared-firefox.ts.
          isolate: false,
          testTimeout: 240_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
