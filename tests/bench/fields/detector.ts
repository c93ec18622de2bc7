import { explainFields, type FieldReport } from '../../../lib/page/field/find-field.ts';

/** What one frame answers: what was chosen, against the truth the page keeps in a variable. */
export interface FrameAnswer {
  readonly truth: number;
  /** Index into the truth for each chosen input, -1 for a wrong one. */
  readonly picks: readonly number[];
  readonly reports: readonly {
    verdict: string;
    score: number;
    reasons: readonly string[];
    truth: number;
  }[];
}

declare global {
  interface Window {
    __otpTruth?: readonly Element[];
    nightlatchDetect: () => FrameAnswer;
  }
}

window.nightlatchDetect = () => {
  const truth = window.__otpTruth ?? [];
  const at = (report: FieldReport): number[] => report.inputs.map((input) => truth.indexOf(input));
  const reports = explainFields(document, { moment: 'unknown' });
  return {
    truth: truth.length,
    picks: reports.filter((each) => each.verdict === 'fill').flatMap(at),
    reports: reports.map((each) => ({
      verdict: each.verdict,
      score: each.score,
      reasons: each.against ? [each.against] : each.signals,
      truth: at(each)[0] ?? -1,
    })),
  };
};
