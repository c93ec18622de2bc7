/** The bench's tables: what would be filled or offered, per kind, variant and language. */
import type { Model } from '../../../lib/page/field/judge.ts';
import { isPositive, outcomeOf, type Outcome, type SeenPage } from './model.ts';

/** A page with what became of it. */
export interface JudgedPage {
  readonly seen: SeenPage;
  readonly outcome: Outcome;
}

const KINDS = ['totp', 'enroll', 'email_code', 'sms_code', 'backup', 'other'] as const;

export function judgePages(
  pages: readonly SeenPage[],
  modelOf: (page: SeenPage) => Model,
): readonly JudgedPage[] {
  return pages.map((seen) => ({ seen, outcome: outcomeOf(seen, modelOf(seen)) }));
}

/** On a page that asks for a code of the app only the right field counts, elsewhere any does. */
export function isFilled({ seen, outcome }: JudgedPage): boolean {
  return outcome.verdict === 'fill' && (!isPositive(seen) || outcome.field === 'right');
}

function isOffered({ seen, outcome }: JudgedPage): boolean {
  return outcome.verdict !== 'nothing' && (!isPositive(seen) || outcome.field === 'right');
}

function isWrongFill({ seen, outcome }: JudgedPage): boolean {
  return outcome.verdict === 'fill' && !(isPositive(seen) && outcome.field === 'right');
}

/** Per cent of the pages, and of the products when each counts once. */
export function shareOf(
  pages: readonly JudgedPage[],
  holds: (page: JudgedPage) => boolean,
): string {
  if (pages.length === 0) return '–';
  const products = new Map<string, JudgedPage[]>();
  for (const page of pages) {
    const { product } = page.seen.page.record;
    products.set(product, [...(products.get(product) ?? []), page]);
  }
  const share = (some: readonly JudgedPage[]): number =>
    (100 * some.filter(holds).length) / some.length;
  const perProduct = [...products.values()].reduce((sum, some) => sum + share(some), 0);
  return `${share(pages).toFixed(1)} / ${(perProduct / products.size).toFixed(1)}`;
}

const isSplit = ({ seen }: JudgedPage): boolean =>
  isPositive(seen) && seen.page.record.fields.some(({ role }) => role === 'code-box');
const kindOf = ({ seen }: JudgedPage): string => seen.page.record.kind;

function rowOf(name: string, pages: readonly JudgedPage[]): readonly string[] {
  const cells = KINDS.flatMap((kind) => {
    const some = pages.filter((page) => kindOf(page) === kind);
    return [shareOf(some, isFilled), shareOf(some, isOffered)];
  });
  const split = pages.filter(isSplit);
  return [name, String(pages.length), ...cells, shareOf(split, isOffered)];
}

function print(rows: readonly (readonly string[])[]): void {
  const widths =
    rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  for (const row of rows)
    console.log(row.map((cell, at) => cell.padEnd((widths[at] ?? 0) + 2)).join(''));
  console.log();
}

/** Shares per variant and language: 'per page / per product', fill, then fill or offer. */
export function printTables(pages: readonly JudgedPage[]): void {
  const head = [
    '%',
    'pages',
    ...KINDS.flatMap((kind) => [`${kind} fill`, 'or offer']),
    'split, all boxes',
  ];
  const by = (keyOf: (page: JudgedPage) => string, some: readonly JudgedPage[]) =>
    [...new Set(some.map(keyOf))].map((key) =>
      rowOf(
        key,
        some.filter((page) => keyOf(page) === key),
      ),
    );
  const native = pages.filter(({ seen }) => seen.page.variant === 'native');
  print([head, ...by(({ seen }) => seen.page.variant, pages)]);
  print([head, ...by(({ seen }) => seen.page.record.language, native)]);
  const others = native.filter(({ seen }) => !isPositive(seen));
  const sent = others.filter((page) => /email|sms/.test(kindOf(page)));
  console.log(
    `wrong fills on pages that ask for no code of an app: ${shareOf(others, isFilled)} %`,
  );
  console.log(`wrong fills on pages of e-mail and SMS codes: ${shareOf(sent, isFilled)} %`);
  for (const page of pages) {
    const missed = isPositive(page.seen) && !isOffered(page);
    if (missed || isWrongFill(page))
      console.log(
        `${(missed ? 'missed' : 'wrong fill').padEnd(11)}${kindOf(page).padEnd(11)} ${page.seen.page.variant} ${page.seen.page.record.id}`,
      );
  }
}

/** Right fills on pages of an app's code against wrong ones on all others, with the threshold moved by so many points. */
export function printCurve(pages: readonly SeenPage[], modelOf: (page: SeenPage) => Model): void {
  const rows = [['moved by', 'totp fill', 'enroll fill', 'wrong fill', 'on e-mail and SMS']];
  for (let by = -1.5; by <= 2; by += 0.25) {
    const judged = judgePages(pages, (page) => {
      const model = modelOf(page);
      return { ...model, fill: model.fill + by };
    });
    const of = (kinds: RegExp, positive: boolean) =>
      judged.filter((page) => kinds.test(kindOf(page)) && isPositive(page.seen) === positive);
    rows.push([
      by.toFixed(2),
      shareOf(of(/totp/, true), isFilled),
      shareOf(of(/enroll/, true), isFilled),
      shareOf(of(/./, false), isFilled),
      shareOf(of(/email|sms/, false), isFilled),
    ]);
  }
  print(rows);
}
