/** From pages as they were read to a model, and from a model to its verdicts on pages. */
import {
  DECISIVE,
  judge,
  RULING,
  type Model,
  type Verdict,
} from '../../../lib/page/field/judge.ts';
import type { FieldFacts } from '../../../lib/page/field/facts.ts';
import { findWords, type Stem } from '../../../lib/page/field/find-words.ts';
import { readText, type Reading } from '../../../lib/page/field/reading.ts';
import { SIGNAL_NAMES, signalsOf } from '../../../lib/page/field/signals.ts';
import type { SignalName } from '../../../lib/page/field/weights.ts';
import type { ReadPage } from './extract.ts';
import { fitLogistic, type Sample } from './logistic.ts';
import { ONLY_AGAINST, ONLY_FOR } from './signs.ts';

export interface SeenField {
  readonly signals: readonly SignalName[];
  readonly truth: readonly number[];
}

/** One frame's fields that were not ruled out: verdicts are given frame by frame. */
export interface SeenPage {
  readonly page: ReadPage;
  readonly truth: number;
  readonly frames: readonly (readonly SeenField[])[];
}

/** Points of what the user did before; nothing on a page says it, so no page can teach it. */
const MOMENTS: Readonly<Partial<Record<SignalName, number>>> = {
  'moment: sign-in': 2.4,
  'moment: enrolment': 3,
};

const FITTED = SIGNAL_NAMES.filter(
  (name) => MOMENTS[name] === undefined && !RULING.has(name) && !DECISIVE.has(name),
);
const AT = new Map(FITTED.map((name, at) => [name, at]));

export function isPositive({ page, truth }: SeenPage): boolean {
  return truth > 0 && (page.record.kind === 'totp' || page.record.kind === 'enroll');
}

/** The signals of a page, in the moment in which the product would see it, by the words that are known. */
export function seenPage(page: ReadPage, isKnown?: (stem: Stem) => boolean): SeenPage {
  const moment = page.record.kind === 'enroll' ? 'enrolment' : 'sign-in';
  const wordsOf = (facts: FieldFacts): Reading =>
    readText(facts, isKnown && ((text) => findWords(text, isKnown)));
  return {
    page,
    truth: page.frames.reduce((sum, { truth }) => sum + truth, 0),
    frames: page.frames.map(({ fields }) =>
      fields.flatMap(({ facts, truth }) =>
        facts
          ? [{ truth, signals: signalsOf({ ...facts, context: { moment } }, wordsOf(facts)) }]
          : [],
      ),
    ),
  };
}

/** Every field a sample; products count alike, however many pages and fields each has. */
function samplesOf(pages: readonly SeenPage[]): readonly Sample[] {
  const perProduct = new Map<string, number>();
  const key = ({ page }: SeenPage): string => `${page.record.product} ${page.record.kind}`;
  for (const page of pages) perProduct.set(key(page), (perProduct.get(key(page)) ?? 0) + 1);
  return pages.flatMap((page) =>
    page.frames.flat().map(({ signals, truth }) => ({
      features: signals.flatMap((name) => AT.get(name) ?? []),
      isPositive: isPositive(page) && truth.some((at) => at >= 0),
      weight: (KIND_WEIGHT[page.page.record.kind] ?? 1) / Math.sqrt(perProduct.get(key(page)) ?? 1),
    })),
  );
}

/** A wrong fill costs more than a code that has to be clicked for. */
const KIND_WEIGHT: Readonly<Record<string, number>> = {
  totp: 1,
  enroll: 0.7,
  email_code: 2,
  sms_code: 2,
  backup: 1.5,
  other: 1,
};

/** Log-odds: chosen from the curve that npm run bench:fields prints. */
export const THRESHOLDS = { offer: -1.5, fill: 0.66 };

const PENALTY = 0.0007;

export type Weights = Pick<Model, 'weights' | 'bias'>;

export function fitWeights(pages: readonly SeenPage[], penalty = PENALTY): Weights {
  const signs = FITTED.map((name) => (ONLY_FOR.has(name) ? 1 : ONLY_AGAINST.has(name) ? -1 : 0));
  const fit = fitLogistic(samplesOf(pages), { features: FITTED.length, penalty, signs });
  const weights = Object.fromEntries(
    SIGNAL_NAMES.map((name) => {
      const at = AT.get(name);
      const value = at === undefined ? (MOMENTS[name] ?? 0) : (fit.weights[at] ?? 0);
      return [name, Math.round(value * 100) / 100 || 0];
    }),
  ) as Record<SignalName, number>;
  return { weights, bias: Math.round(fit.bias * 100) / 100 };
}

/** What would happen on a page. */
export interface Outcome {
  readonly verdict: 'fill' | 'offer' | 'nothing';
  /** right: all boxes of the true field and nothing else. */
  readonly field: 'right' | 'wrong';
}

export function outcomeOf(page: SeenPage, model: Model): Outcome {
  let best: Outcome = { verdict: 'nothing', field: 'wrong' };
  for (const fields of page.frames) {
    const verdicts: readonly Verdict[] = judge(
      fields.map(({ signals }) => signals),
      model,
    );
    for (const [at, verdict] of verdicts.entries()) {
      if (verdict !== 'fill' && verdict !== 'offer') continue;
      const truth = fields[at]?.truth ?? [];
      const isRight =
        isPositive(page) && truth.every((each) => each >= 0) && truth.length === page.truth;
      const outcome: Outcome = { verdict, field: isRight ? 'right' : 'wrong' };
      if (best.verdict !== 'fill') best = outcome;
    }
  }
  return best;
}
