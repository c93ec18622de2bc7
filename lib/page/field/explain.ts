/** A document's fields with what speaks for and against each, free of every word of the page. */
import type { FieldContext } from './code-field.ts';
import { purposeOf, typeOf } from './editable.ts';
import { judgeFields, type JudgedField } from './find-field.ts';
import { PURPOSE_TOKENS } from './purposes.ts';
import { FILL, OFFER, WEIGHTS } from './weights.ts';

/** Forms are short; a page that shows more fields than this has none to explain. */
const MOST_FIELDS = 12;

const ORDER: readonly JudgedField['verdict'][] = [
  'fill',
  'offer',
  'second',
  'too-weak',
  'ruled-out',
];

const TOKENS: ReadonlySet<string> = new Set(PURPOSE_TOKENS);

/** The last token of the autocomplete attribute, where it is one of those we may name: no other word of the page passes. */
function tokenOf(input: HTMLElement): string {
  const token = purposeOf(input).trim().toLowerCase().split(/\s+/).at(-1) ?? '';
  if (token === '') return 'none';
  return TOKENS.has(token) ? token : 'other';
}

function withoutElements({ inputs, score, signals, verdict, against }: JudgedField) {
  const [input] = inputs;
  return {
    boxes: inputs.length,
    type: input ? typeOf(input) : 'text',
    purpose: input ? tokenOf(input) : 'none',
    score,
    verdict,
    ...(against === undefined ? {} : { against }),
    signals: signals.map((name) => ({ name, weight: WEIGHTS[name] })),
  };
}

/** Plain data for lib/protocol/explanation.ts. */
export function explainDocument(context: FieldContext) {
  const fields = judgeFields(document, context).toSorted(
    (one, two) => ORDER.indexOf(one.verdict) - ORDER.indexOf(two.verdict) || two.score - one.score,
  );
  return {
    kind: 'fields',
    offer: OFFER,
    fill: FILL,
    more: Math.max(0, fields.length - MOST_FIELDS),
    fields: fields.slice(0, MOST_FIELDS).map(withoutElements),
  } as const;
}
