/** What the tests in a real page use of the field finder. */
import { inputsOf } from '../../../lib/page/field/code-field.ts';
import { judgeFields, findCodeField } from '../../../lib/page/field/find-field.ts';
import { rootsUnder } from '../../../lib/page/dom/tree.ts';

type Moment = 'sign-in' | 'enrolment' | 'unknown';

export interface Look {
  readonly verdict: 'fill' | 'offer' | 'nothing';
  /** Whether exactly the elements `selector` names (shadow roots included) were chosen. */
  readonly isMeant: boolean;
  /** What spoke for and against each field. */
  readonly report: string;
}

/** What the finder makes of the page, where `selector` names the right field. */
export function look(selector: string | undefined, moment: Moment): Look {
  const found = findCodeField(document, { moment });
  const chosen = found ? inputsOf(found.field) : [];
  const meant = selector
    ? rootsUnder(document).flatMap((root) => [...root.querySelectorAll(selector)])
    : [];
  const isMeant =
    chosen.length === meant.length && chosen.every((input, at) => input === meant[at]);
  const report = judgeFields(document, { moment })
    .map(
      ({ inputs, verdict, score, signals, against }) =>
        `${inputs[0]?.id ?? ''}: ${verdict} ${score.toFixed(2)} (${against ?? signals.join(', ')})`,
    )
    .join('\n');
  return { verdict: found?.verdict ?? 'nothing', isMeant, report };
}

/** Looks at one page after another, each drawn into this document. */
export function lookAtEach(
  pages: readonly { html: string; meant?: string; moment?: Moment }[],
): readonly Look[] {
  return pages.map(({ html, meant, moment = 'unknown' }) => {
    document.body.innerHTML = html;
    return look(meant, moment);
  });
}

/** 'as meant' when exactly the elements `selector` names were chosen, else what was. */
export function pick(selector: string | undefined, moment: Moment): string {
  const { isMeant, report } = look(selector, moment);
  return isMeant ? 'as meant' : report;
}

/** Milliseconds of one detection, the best of several: what other programs take is not ours. */
export function timeDetection(runs: number): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startMs = performance.now();
    judgeFields(document, { moment: 'unknown' });
    times.push(performance.now() - startMs);
  }
  return Math.min(...times);
}

/** Milliseconds of looking at every element once, the best of several: what other programs take is not ours; the floor of any detection. */
export function timeWalk(runs: number): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startMs = performance.now();
    for (const element of document.querySelectorAll('*')) if (element.shadowRoot) times.push(0);
    times.push(performance.now() - startMs);
  }
  return Math.min(...times);
}
