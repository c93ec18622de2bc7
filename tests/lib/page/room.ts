/** What the tests in a real page use of lib/page. */
import { inputsOf, type CodeField } from '../../../lib/page/code-field.ts';
import { explainFields, findCodeField } from '../../../lib/page/find-field.ts';
import { rootsUnder } from '../../../lib/page/field-view.ts';
import { fillCode, type FillOutcome } from '../../../lib/page/fill.ts';

export { PromptFlow } from '../../../lib/page/prompt-flow.ts';
export { createChip } from '../../../lib/page/chip.ts';
export { watchPrompt } from '../../../lib/page/watch-prompt.ts';
export { watchSignIn } from '../../../lib/page/sign-in.ts';
export { watchNear } from '../../../lib/page/watch-near.ts';
export { findCodeField, fillCode };

type Moment = 'sign-in' | 'enrolment' | 'unknown';

/** Whether exactly the elements `selector` names (shadow roots included) were chosen; else what was. */
export function pick(selector: string | undefined, moment: Moment): string {
  const field = findCodeField(document, { moment });
  const chosen = field ? inputsOf(field) : [];
  const meant = selector
    ? rootsUnder(document).flatMap((root) => [...root.querySelectorAll(selector)])
    : [];
  const isSame = chosen.length === meant.length && chosen.every((input, at) => input === meant[at]);
  if (isSame) return 'as meant';
  const reports = explainFields(document, { moment });
  return reports
    .map(
      ({ inputs, verdict, score, reasons }) =>
        `${inputs[0]?.id ?? ''}: ${verdict} ${score} (${reasons.join(', ')})`,
    )
    .join('\n');
}

function findHere(): CodeField | undefined {
  return findCodeField(document, { moment: 'unknown' });
}

/** Fills the page's code field as the prompt script does. */
export async function fillHere(digits: string): Promise<FillOutcome | 'no field'> {
  const field = findHere();
  return field ? fillCode(field, digits, { find: findHere }) : 'no field';
}

/** Milliseconds of one detection, the median of several. */
export function timeDetection(runs: number): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startMs = performance.now();
    explainFields(document, { moment: 'unknown' });
    times.push(performance.now() - startMs);
  }
  times.sort((one, two) => one - two);
  return times[Math.floor(runs / 2)] ?? 0;
}

/** Milliseconds of looking at every element once, the median of several: the floor of any detection. */
export function timeWalk(runs: number): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startMs = performance.now();
    for (const element of document.querySelectorAll('*')) if (element.shadowRoot) times.push(0);
    times.push(performance.now() - startMs);
  }
  times.sort((one, two) => one - two);
  return times[Math.floor(runs / 2)] ?? 0;
}
