/**
 * npm run fit:fields -- FOLDER…
 *
 * Fits the weights of the field finder to folders of page records, which stay
 * outside this project, and writes lib/page/field/weights.ts. Nothing in it is
 * left to chance: the same pages give the same weights.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { SIGNAL_NAMES } from '../../../lib/page/field/signals.ts';
import { readPages, type ReadPage } from './extract.ts';
import { fitFolds, foldOf, FOLDS } from './folds.ts';
import { pagesToFit, withoutOwnWords } from './forget.ts';
import { fitWeights, isPositive, seenPage, THRESHOLDS, type SeenPage } from './model.ts';
import { isFilled, judgePages, printCurve, shareOf, type JudgedPage } from './table.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('Give the folders of the page records.');
const read: ReadPage[] = [];
for (const folder of folders) read.push(...(await readPages(folder, ['native'])));
const pages = read.map((page) => seenPage(page));
const toFit = pagesToFit(read);
const folds = fitFolds(toFit);
const modelOf = ({ page }: SeenPage) => {
  const weights = folds[foldOf(page.record.product)];
  if (!weights) throw new Error('Every product has its fold.');
  return { ...weights, ...THRESHOLDS };
};
printCurve(pages, modelOf);

const isOffered = ({ outcome }: JudgedPage): boolean =>
  outcome.verdict !== 'nothing' && outcome.field === 'right';

/** Lines of the comment over the weights: what became of `some` pages, per page / per product. */
function figuresOf(some: readonly SeenPage[]): string {
  const judged = judgePages(some, modelOf);
  const share = (kinds: RegExp, positive: boolean, holds: (page: JudgedPage) => boolean): string =>
    shareOf(
      judged.filter(
        ({ seen }) => kinds.test(seen.page.record.kind) && isPositive(seen) === positive,
      ),
      holds,
    );
  return ` * totp fill ${share(/totp/, true, isFilled)}, fill or offer ${share(/totp/, true, isOffered)};
 * enrolment fill ${share(/enroll/, true, isFilled)}, fill or offer ${share(/enroll/, true, isOffered)};
 * wrong fill on all other pages ${share(/./, false, isFilled)}, on e-mail and SMS pages ${share(/email|sms/, false, isFilled)}.`;
}
const products = new Set(pages.map(({ page }) => page.record.product)).size;
const { weights, bias } = fitWeights(toFit);
const shifted = (threshold: number): number => Math.round((threshold - bias) * 100) / 100;

const lines = SIGNAL_NAMES.map((name) => {
  const key = /^[a-z]+$/.test(name) ? name : `'${name}'`;
  return `  ${key}: ${weights[name]},`;
});
const source = `/**
 * What each signal of the field finder weighs; signals.ts says when it holds.
 * Pure data, because lib/protocol reads the names as well.
 *
 * Written by \`npm run fit:fields\` on ${new Date().toISOString().slice(0, 10)}, from ${pages.length} pages of ${products} products.
 * With the products left out in ${FOLDS} folds, per cent per page / per product:
${figuresOf(pages)}
 * The same without the words that only the product left out uses:
${figuresOf(withoutOwnWords(read))}
 */
export const WEIGHTS = {
${lines.join('\n')}
} as const satisfies Readonly<Record<string, number>>;

export type SignalName = keyof typeof WEIGHTS;

/** A field with fewer points is left alone. Chosen from the folds' curve, as FILL is. */
export const OFFER = ${shifted(THRESHOLDS.offer)};
/** A field with fewer points, what the user did before not counted, is only offered a code. */
export const FILL = ${shifted(THRESHOLDS.fill)};
`;
const file = path.resolve(import.meta.dirname, '../../../lib/page/field/weights.ts');
writeFileSync(file, source);
console.log(`Written: ${path.relative(process.cwd(), file)}`);
