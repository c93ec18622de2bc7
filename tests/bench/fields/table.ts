/** One page of the bench: what was there, what was picked. */
export interface Scored {
  readonly id: string;
  readonly kind: string;
  readonly language: string;
  readonly variant: string;
  /** True fields on the page. */
  readonly truth: number;
  readonly picks: readonly number[];
  readonly split: 'split' | 'single';
}

const share = (some: number, all: number): string =>
  all ? `${((100 * some) / all).toFixed(1)} % (${some}/${all})` : '–';

const isPositive = (page: Scored): boolean =>
  page.truth > 0 && (page.kind === 'totp' || page.kind === 'enroll');
const isHit = (page: Scored): boolean => page.picks.some((pick) => pick >= 0);
const isExact = (page: Scored): boolean => isHit(page) && page.picks.every((pick) => pick >= 0);
const isWhole = (page: Scored): boolean => isExact(page) && page.picks.length === page.truth;

function line(name: string, pages: readonly Scored[]): readonly string[] {
  const positives = pages.filter(isPositive);
  const wrong =
    pages.filter((page) => !isPositive(page) && page.picks.length > 0).length +
    positives.filter((page) => page.picks.length > 0 && !isExact(page)).length;
  const right = positives.filter(isExact).length;
  const recall = (kind: string): string => {
    const some = positives.filter((page) => page.kind === kind);
    return share(some.filter(isExact).length, some.length);
  };
  const alarms = (...kinds: readonly string[]): string => {
    const some = pages.filter((page) => kinds.includes(page.kind) && !isPositive(page));
    return share(some.filter((page) => page.picks.length > 0).length, some.length);
  };
  const rows = positives.filter((page) => page.split === 'split');
  return [
    name,
    recall('totp'),
    recall('enroll'),
    share(rows.filter(isWhole).length, rows.length),
    share(right, right + wrong),
    alarms('email_code', 'sms_code'),
    alarms('backup'),
    alarms('other'),
  ];
}

const HEAD = ['', 'totp', 'enroll', 'split, all boxes', 'precision', 'mail/SMS', 'backup', 'other'];

/** Recall and precision per variant and language, then every page that went wrong. */
export function printTable(pages: readonly Scored[]): void {
  const by = (key: 'variant' | 'language', some: readonly Scored[]): string[][] =>
    [...new Set(some.map((page) => page[key]))].map((value) => [
      ...line(
        value,
        some.filter((page) => page[key] === value),
      ),
    ]);
  const native = pages.filter((page) => page.variant === 'native');
  for (const rows of [by('variant', pages), by('language', native)]) {
    for (const cells of [HEAD, ...rows])
      console.log(cells.map((cell, at) => cell.padEnd(at ? 19 : 12)).join(''));
    console.log();
  }
  for (const page of pages) {
    const verdict = isPositive(page)
      ? isWhole(page)
        ? ''
        : isHit(page)
          ? 'wrong too'
          : page.picks.length
            ? 'wrong'
            : 'missed'
      : page.picks.length
        ? 'false alarm'
        : '';
    if (verdict)
      console.log(`${verdict.padEnd(12)} ${page.kind.padEnd(11)} ${page.variant} ${page.id}`);
  }
}
