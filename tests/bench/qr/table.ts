/** What one decoder made of one picture. */
export interface Outcome {
  readonly decoder: string;
  readonly view: 'element' | 'full';
  readonly className: string;
  /** Pixels of the screenshot's width. */
  readonly width: number;
  /** The enrolment was read. */
  readonly hit: boolean;
  /** Every QR of the picture was read. */
  readonly all: boolean;
  /** Texts that are not in the picture. */
  readonly wrong: number;
  readonly ms: number;
}

function percent(outcomes: readonly Outcome[], isGood: (outcome: Outcome) => boolean): string {
  if (outcomes.length === 0) return '–';
  return ((100 * outcomes.filter(isGood).length) / outcomes.length).toFixed(1);
}

function quantile(outcomes: readonly Outcome[], part: number): string {
  const sorted = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor(part * sorted.length));
  return (sorted[at] ?? 0).toFixed(0);
}

function print(cells: readonly string[]): void {
  const [first = '', ...rest] = cells;
  process.stdout.write(`${first.padEnd(28)}${rest.map((cell) => cell.padStart(20)).join('')}\n`);
}

/** Hit rate with median / p95 ms per class, then totals, p95 per size, and wrong texts. */
export function printTable(outcomes: readonly Outcome[], widths: readonly number[]): void {
  const names = [...new Set(outcomes.map(({ decoder }) => decoder))];
  const classNames = [...new Set(outcomes.map(({ className }) => className))];
  for (const view of ['element', 'full'] as const) {
    const seen = outcomes.filter((outcome) => outcome.view === view);
    print([`\n${view}: read %, median / p95`, ...names]);
    const row = (title: string, isIn: (outcome: Outcome) => boolean): void => {
      print([
        title,
        ...names.map((name) => {
          const own = seen.filter((outcome) => outcome.decoder === name && isIn(outcome));
          return `${percent(own, ({ hit }) => hit)}  ${quantile(own, 0.5)} / ${quantile(own, 0.95)}`;
        }),
      ]);
    };
    for (const className of classNames)
      row(className, (outcome) => outcome.className === className);
    for (const width of widths) row(`${width} px wide`, (outcome) => outcome.width === width);
    row(`ALL (${seen.length / names.length} pictures)`, () => true);
    const own = (name: string): readonly Outcome[] =>
      seen.filter(({ decoder }) => decoder === name);
    print([
      'every QR of the picture %',
      ...names.map((name) => percent(own(name), ({ all }) => all)),
    ]);
    print([
      'wrong texts',
      ...names.map((name) => String(own(name).reduce((sum, { wrong }) => sum + wrong, 0))),
    ]);
  }
}
