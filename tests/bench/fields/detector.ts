/** Runs in a page of the bench: the finder's own reading of its fields, beside the truth the page keeps. */
import type { FieldFacts } from '../../../lib/page/field/facts.ts';
import { readCandidates } from '../../../lib/page/field/read-facts.ts';

export interface ReadField {
  /** For each input its index among the page's true fields, -1 for any other. */
  readonly truth: readonly number[];
  /** Undefined for a field that is ruled out. */
  readonly facts?: FieldFacts;
  readonly against?: string;
}

/** What one frame answers. */
export interface FrameFields {
  readonly truth: number;
  readonly fields: readonly ReadField[];
}

declare global {
  interface Window {
    __otpTruth?: readonly Element[];
    nightlatchRead: () => FrameFields;
  }
}

window.nightlatchRead = () => {
  const truth = window.__otpTruth ?? [];
  return {
    truth: truth.length,
    fields: readCandidates(document, { moment: 'unknown' }).map(({ inputs, ...rest }) => ({
      truth: inputs.map((input) => truth.indexOf(input)),
      ...rest,
    })),
  };
};
