/**
 * npm run bench:cases -- FILE [--only TEXT]
 *
 * Runs a file of cases against the built extension: one line a case, and at
 * the end a count for each kind. The file stays outside this project. Nothing
 * here can fail: what is wrong is counted.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildExtension } from '../../e2e/driver/build.ts';
import { launch } from '../../e2e/driver/launch.ts';
import { prepareVault } from '../../e2e/driver/nightlatch.ts';
import { CaseSite } from './case-site.ts';
import { parseCases, type Case, type Verdict } from './case.ts';
import { newUser, runField } from './fields.ts';
import { runFlow } from './flows.ts';
import type { Instrument } from './instrument.ts';
import { runPicture, runScreen } from './pictures.ts';
import { runSearch } from './searches.ts';
import { runMigration, runTyped, runUri } from './texts.ts';

type Runner = (instrument: Instrument, one: Case, all: readonly Case[]) => Promise<Verdict>;

const RUNNERS: Readonly<Record<Case['kind'], Runner>> = {
  uri: runUri,
  typed: runTyped,
  migration: runMigration,
  picture: runPicture,
  screen: runScreen,
  field: runField,
  flow: runFlow,
  search: runSearch,
};

const GENUINE =
  '<form><h1>Two-factor authentication</h1><label>6-digit code of your authenticator app ' +
  '<input id="code" name="code" maxlength="6"></label><button type="button">Submit</button></form>';
/** Least time, ms, in which a page that is to get nothing is watched. */
const LEAST_SETTLE_MS = 2_500;
/** A code is given once in its step, so the first fill may have to wait for the next step. */
const FIRST_FILL_MS = 60_000;

/** How long a genuine prompt takes to be filled on this machine, three times over. */
async function measureSettle(instrument: Instrument): Promise<number> {
  const page = await instrument.driven.browser.newPage({ type: 'window' });
  await instrument.site.open(page, { html: GENUINE }, await newUser(instrument));
  const startMs = performance.now();
  await page.waitForFunction(() => /^\d{6}$/.test(document.querySelector('input')?.value ?? ''), {
    timeout: FIRST_FILL_MS,
  });
  await page.close();
  return Math.max(LEAST_SETTLE_MS, 3 * (performance.now() - startMs));
}

function printCounts(
  verdicts: readonly { readonly kind: Case['kind']; readonly verdict: Verdict }[],
): void {
  console.log('\nkind        cases  right  offered  wrong');
  for (const kind of new Set(verdicts.map((one) => one.kind))) {
    const own = verdicts.filter((one) => one.kind === kind);
    const count = (name: Verdict['kind']) =>
      String(own.filter(({ verdict }) => verdict.kind === name).length);
    console.log(
      kind.padEnd(10),
      String(own.length).padStart(6),
      count('right').padStart(6),
      count('offered').padStart(8),
      count('wrong').padStart(6),
    );
  }
}

async function run(cases: readonly Case[], all: readonly Case[], extension: string): Promise<void> {
  const driven = await launch({ extension });
  try {
    await prepareVault(driven, []);
    const own = await driven.openOwn('options.html');
    const instrument: Instrument = { driven, own, site: new CaseSite(), settleMs: 0 };
    const isInPage = cases.some(({ kind }) => kind === 'field' || kind === 'flow');
    const settleMs = isInPage ? await measureSettle(instrument) : 0;
    const verdicts = [];
    for (const one of cases) {
      const verdict = await RUNNERS[one.kind]({ ...instrument, settleMs }, one, all).catch(
        (thrown: unknown): Verdict => ({ kind: 'wrong', came: String(thrown) }),
      );
      verdicts.push({ kind: one.kind, verdict });
      console.log(verdict.kind.padEnd(8), one.kind.padEnd(10), one.id.padEnd(34), verdict.came);
    }
    printCounts(verdicts);
  } finally {
    await driven.close();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' } },
});
const [file] = positionals;
if (file === undefined) throw new Error('Give the file of the cases.');
const all = parseCases(readFileSync(file, 'utf8'));
const chosen = all.filter(({ id, kind }) => `${kind} ${id}`.includes(values.only));
const extension = buildExtension();
process.env['NIGHTLATCH_EXTENSION'] = extension;
await run(chosen, all, extension);
