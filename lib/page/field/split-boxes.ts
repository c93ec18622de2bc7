/** Rows of one-digit boxes that together are one code field. */

/** Codes have 6 to 8 digits (lib/otp/account.ts); four boxes are a PIN. */
const FEWEST = 6;
const MOST = 8;
/** Boxes may hold a group of digits each: three and three, four and four. */
const GROUPS = /^[34]$/;

/** Name, id or label of a box without the number that counts it. */
function uncounted(text: string): string {
  return text.replaceAll(/\d+/g, '#').replaceAll(/first|second|third|fourth|fifth|sixth/gi, '#');
}

function nameOf(input: HTMLInputElement): string {
  return `${input.name} ${input.id} ${input.ariaLabel ?? ''}`;
}

function isBox(input: HTMLInputElement): boolean {
  const box = input.getBoundingClientRect();
  if (input.maxLength > 1 && input.maxLength < FEWEST) return false;
  return input.maxLength === 1 || input.size === 1 || box.width <= 1.9 * box.height;
}

function isNamed(input: HTMLInputElement): boolean {
  const isLabelled = (input.labels?.length ?? 0) > 0;
  return isLabelled || Boolean(nameOf(input).trim() || input.placeholder || input.title);
}

/** Both hold the same group of digits. */
function areGroups(one: HTMLInputElement, two: HTMLInputElement): boolean {
  return GROUPS.test(String(one.maxLength)) && one.maxLength === two.maxLength;
}

/** Each has a label of its own that is more than a number. */
function areNamedApart(one: HTMLInputElement, two: HTMLInputElement): boolean {
  const [left = '', right = ''] = [one, two].map((input) =>
    uncounted(input.labels?.[0]?.textContent.trim() ?? ''),
  );
  return left !== '' && right !== '' && left !== right;
}

/** Neighbours a user could not tell apart: nothing names either of them. */
function areTwins(one: HTMLInputElement, two: HTMLInputElement): boolean {
  return (
    one.parentElement === two.parentElement &&
    one.className === two.className &&
    !isNamed(one) &&
    !isNamed(two)
  );
}

function alike(one: HTMLInputElement, two: HTMLInputElement): boolean {
  const left = one.getBoundingClientRect();
  const right = two.getBoundingClientRect();
  if (Math.abs(left.width - right.width) > 4 || Math.abs(left.height - right.height) > 4)
    return false;
  if (one.type !== two.type || areNamedApart(one, two)) return false;
  const sameRow = Math.abs(left.top - right.top) <= 4;
  const counted = /\d/.test(nameOf(one)) && uncounted(nameOf(one)) === uncounted(nameOf(two));
  if (!sameRow) return counted && one.maxLength === 1;
  if (areGroups(one, two)) return true;
  return counted || (isBox(one) && isBox(two)) || areTwins(one, two);
}

/** Runs of like neighbours among `inputs` (document order); everything else stays a run of one. */
export function runsOf(
  inputs: readonly HTMLInputElement[],
): readonly (readonly HTMLInputElement[])[] {
  const runs: HTMLInputElement[][] = [];
  for (const input of inputs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.form === input.form && alike(last, input)) run.push(input);
    else runs.push([input]);
  }
  return runs;
}

/** How many digits the boxes of `run` hold together. */
export function capacityOf(run: readonly HTMLInputElement[]): number {
  const [first] = run;
  const each = first && GROUPS.test(String(first.maxLength)) ? first.maxLength : 1;
  return run.length * each;
}

export function isCodeRow(run: readonly HTMLInputElement[]): boolean {
  const digits = capacityOf(run);
  const most = run[0]?.maxLength ?? 0;
  if (most === 2 || most === 5) return false;
  return run.length > 1 && digits >= FEWEST && digits <= MOST;
}
