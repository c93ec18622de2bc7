/**
 * The second visit after an accepted offer. A page that asks for a code of the
 * app, but not clearly enough, is offered one; once the page has accepted it,
 * the same prompt is to be filled by itself: under another id in its address,
 * and with everything else that differs from visit to visit.
 */
import { decidePrompt } from '../../../lib/policy/prompt-decision.ts';
import {
  hasSentSignal,
  pathWithoutIds,
  signatureText,
  type PromptFacts,
} from '../../../lib/policy/prompt-memory.ts';
import { judge, type Model } from '../../../lib/page/field/judge.ts';
import type { FieldFacts, FieldText } from '../../../lib/page/field/facts.ts';
import { signalsOf } from '../../../lib/page/field/signals.ts';
import type { ReadField } from './detector.ts';
import { isPositive, outcomeOf, type SeenPage } from './model.ts';

const ORIGIN = 'https://site.example';
const FIRST = `${ORIGIN}/sign-in/8f14e45fceea167a/code?step=2`;
const SECOND = `${ORIGIN}/sign-in/45c48cce2e2d7fbd/code?step=2`;

/** Times, numbers in brackets, numbers of more than four digits, half-hidden ones: all else belongs to the page. */
const PASSING_NUMBER =
  /\d{1,2}:\d{2}|[([]\d+[)\]]|\d+(?=\s?s(ec|$|\W))|(?<!\d)\d{5,}|(?<=[*•x.]\s?)\d+/g;
const ADDRESS_NAME = /[^\s@<>(),:*•]+(?=[*•]*@)/g;

function otherDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10));
}

/** `text` as the page might write it at another time, to another user. */
function later(text: string): string {
  return text.replace(PASSING_NUMBER, otherDigits).replace(ADDRESS_NAME, 'olga');
}

function laterFacts(facts: FieldFacts): FieldFacts {
  const { own, headings, above, below, actions, page, ids } = facts.text;
  const text: FieldText = {
    own: later(own),
    headings: later(headings),
    above: later(above),
    below: later(below),
    actions: actions.map(later),
    page: later(page),
    // Frameworks count their elements; '2fa' is no count.
    ids: ids.replace(/\d+(?!\d|fa)/g, otherDigits),
  };
  return { ...facts, text };
}

/** What the background hears of the prompt. */
function promptFacts(facts: FieldFacts, inputs: number): PromptFacts {
  return {
    verdict: 'offer',
    boxes: inputs,
    maxLength: facts.maxLength,
    type: facts.type,
    signals: signalsOf(facts).filter((name) => !name.startsWith('moment:')),
    complaint: 'none',
    readiness: 'ready',
  };
}

function offeredField(page: SeenPage, model: Model): ReadField | undefined {
  for (const [at, fields] of page.frames.entries()) {
    const verdicts = judge(
      fields.map(({ signals }) => signals),
      model,
    );
    const judged = page.page.frames[at]?.fields.filter(({ facts }) => facts !== undefined) ?? [];
    const offered = judged.find((_field, index) => verdicts[index] === 'offer');
    if (offered) return offered;
  }
  return undefined;
}

/** What a prompt that was accepted after an offer gets when it comes again. */
function secondVerdict(first: PromptFacts, second: PromptFacts): string {
  const signatureOf = (url: string, facts: PromptFacts): string | undefined =>
    hasSentSignal(facts) ? undefined : signatureText(ORIGIN, pathWithoutIds(url), facts);
  const kept = signatureOf(FIRST, first);
  if (kept === undefined) return 'not remembered: a sign of a code that was sent';
  const memory = kept === signatureOf(SECOND, second) ? 'remembered' : 'unknown';
  return decidePrompt({ permission: 'fill', phase: 'asked', facts: second, memory });
}

/** Prints how many of the offered prompts are filled at the second visit, and which ones are not. */
export function printSecondVisits(
  pages: readonly SeenPage[],
  modelOf: (page: SeenPage) => Model,
): void {
  const missed: string[] = [];
  let offered = 0;
  for (const page of pages) {
    if (!isPositive(page) || page.page.record.kind !== 'totp') continue;
    const model = modelOf(page);
    if (outcomeOf(page, model).verdict !== 'offer') continue;
    const field = offeredField(page, model);
    if (!field?.facts) continue;
    offered += 1;
    const inputs = field.truth.length;
    const second = promptFacts(laterFacts(field.facts), inputs);
    const verdict = secondVerdict(promptFacts(field.facts, inputs), second);
    if (verdict !== 'fill') missed.push(`${page.page.record.id}: ${verdict}`);
  }
  const filled = offered - missed.length;
  console.log(`second visit after an accepted offer, totp: ${filled} of ${offered} filled`);
  for (const line of missed) console.log(`missed  ${line}`);
}
