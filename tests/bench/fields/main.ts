/**
 * npm run bench:fields -- FOLDER [--apart FOLDER] [--variants native,…]
 *
 * What the field finder would fill and offer on a folder of page records,
 * product by product left out: every page is judged by weights that were fitted
 * without its product, once with all words and once without those that only its
 * product uses. A folder given with --apart is judged by the weights of
 * the product as they stand, without any fit. The folders stay outside this
 * project; figures only, no threshold.
 */
import { parseArgs } from 'node:util';
import { FILL, OFFER, WEIGHTS } from '../../../lib/page/field/weights.ts';
import { readPages, VARIANTS, type PageVariant } from './extract.ts';
import { fitFolds, foldOf } from './folds.ts';
import { pagesToFit, withoutOwnWords } from './forget.ts';
import { seenPage, THRESHOLDS } from './model.ts';
import { printSecondVisits } from './second-visit.ts';
import { judgePages, printCurve, printTables } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { apart: { type: 'string' }, variants: { type: 'string' } },
});
const [folder] = positionals;
if (!folder && !values.apart) throw new Error('Give the folder of the page records.');
const chosen = values.variants?.split(',');
const variants: readonly PageVariant[] = VARIANTS.filter(
  (variant) => !chosen || chosen.includes(variant),
);

if (folder) {
  const read = await readPages(folder, variants);
  const pages = read.map((page) => seenPage(page));
  const native = pages.filter(({ page }) => page.variant === 'native');
  const readNative = native.map(({ page }) => page);
  const folds = fitFolds(pagesToFit(readNative));
  const modelOf = ({ page }: (typeof pages)[number]) => {
    const weights = folds[foldOf(page.record.product)];
    if (!weights) throw new Error('Every product has its fold.');
    return { ...weights, ...THRESHOLDS };
  };
  console.log('Products left out:\n');
  printTables(judgePages(pages, modelOf));
  console.log('\nRight fills against wrong ones, products left out:\n');
  printCurve(native, modelOf);
  console.log('\nThe same without the words that only the product left out uses:\n');
  const stripped = withoutOwnWords(readNative);
  printTables(judgePages(stripped, modelOf));
  printCurve(stripped, modelOf);
  printSecondVisits(native, modelOf);
}
if (values.apart) {
  const pages = (await readPages(values.apart, variants)).map((page) => seenPage(page));
  const model = { weights: WEIGHTS, bias: 0, fill: FILL, offer: OFFER };
  console.log('Kept apart, judged by the weights of the product:\n');
  printTables(judgePages(pages, () => model));
  const native = pages.filter(({ page }) => page.variant === 'native');
  printCurve(native, () => model);
  printSecondVisits(native, () => model);
}
