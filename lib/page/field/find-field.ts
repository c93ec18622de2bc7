/**
 * Which field wants a code of an authenticator app. A list of named signals,
 * each with one weight; their sum decides, so every decision can be read back.
 */
import type { CodeField, FieldContext } from './code-field.ts';
import { findDrawnBoxes } from './drawn-boxes.ts';
import { isSeeThrough } from './find-hidden-reason.ts';
import { judge, scoreOf, type FieldVerdict, type Verdict } from './judge.ts';
import { readCandidates } from './read-facts.ts';
import type { Refusal } from './refusals.ts';
import { signalsOf } from './signals.ts';
import type { SignalName } from './weights.ts';

export interface FoundField {
  readonly field: CodeField;
  readonly verdict: FieldVerdict;
  /** What spoke for and against it. */
  readonly signals: readonly SignalName[];
}

/** A candidate and what became of it. Holds names only, no text of the page. */
export interface JudgedField {
  readonly inputs: readonly HTMLElement[];
  readonly score: number;
  readonly signals: readonly SignalName[];
  /** What rules the field out. */
  readonly against?: Refusal;
  readonly verdict: Verdict | 'ruled-out';
}

/** All fields of `root` with what speaks for and against each. */
export function judgeFields(
  root: Document | ShadowRoot | Element,
  context: FieldContext,
): readonly JudgedField[] {
  const fields: JudgedField[] = [];
  const withFacts: { inputs: readonly HTMLElement[]; signals: readonly SignalName[] }[] = [];
  for (const candidate of readCandidates(root, context)) {
    const { inputs } = candidate;
    if ('facts' in candidate) withFacts.push({ inputs, signals: signalsOf(candidate.facts) });
    else
      fields.push({
        inputs,
        score: 0,
        signals: [],
        against: candidate.against,
        verdict: 'ruled-out',
      });
  }
  const verdicts = judge(withFacts.map(({ signals }) => signals));
  for (const [at, { inputs, signals }] of withFacts.entries())
    fields.push({
      inputs,
      score: scoreOf(signals),
      signals,
      verdict: verdicts[at] ?? 'too-weak',
    });
  return fields;
}

/**
 * The field under `root` (open shadow roots included, frames not) that asks
 * for a code of an authenticator app, or undefined when nothing does so
 * clearly enough.
 */
export function findCodeField(
  root: Document | ShadowRoot | Element,
  context: FieldContext,
): FoundField | undefined {
  return foundIn(judgeFields(root, context));
}

/** The field that was chosen among `fields`. */
export function foundIn(fields: readonly JudgedField[]): FoundField | undefined {
  for (const { inputs, verdict, signals } of fields) {
    if (verdict !== 'fill' && verdict !== 'offer') continue;
    const field = fieldOf(inputs);
    if (field) return { field, verdict, signals };
  }
  return undefined;
}

function fieldOf(inputs: readonly HTMLElement[]): CodeField | undefined {
  const [input] = inputs;
  if (!input) return undefined;
  const boxes = inputs.filter((each) => each instanceof HTMLInputElement);
  if (boxes.length > 1) return { kind: 'split', inputs: boxes };
  const drawn = isSeeThrough(input) ? findDrawnBoxes(input) : undefined;
  return { kind: 'single', input, ...(drawn ? { drawn } : {}) };
}
