/** What a prompt may get without a press of the user, decided once when it is reported. */
import { saysScan, type PromptFacts } from './prompt-memory.ts';
import { isUnderWay, type PromptPermission, type SignInPhase } from './sign-in-table.ts';

/**
 * fill: a code, by itself. hold: the same, once the user has filled the other
 * fields of the form. offer: a button. refuse: the last code was wrong, and the
 * next one is the user's to give. nothing: no button either.
 */
export const PROMPT_DECISIONS = ['fill', 'hold', 'offer', 'refuse', 'nothing'] as const;
export type PromptDecision = (typeof PROMPT_DECISIONS)[number];

export interface DecisionInput {
  /** What the log-in allows, and its phase after the prompt came into view. */
  readonly permission: PromptPermission;
  readonly phase: SignInPhase;
  readonly facts: Pick<PromptFacts, 'verdict' | 'readiness' | 'signals'>;
  /** remembered: the user took an offer here, and the page accepted the code. */
  readonly memory: 'remembered' | 'unknown';
}

export function decidePrompt(input: DecisionInput): PromptDecision {
  const { permission, phase, facts, memory } = input;
  if (permission === 'refuse') return 'refuse';
  const isWeak = facts.verdict === 'offer' && memory === 'unknown';
  // Beside a log-in, a field that may ask for a code may as well ask for anything.
  if (isWeak && !isUnderWay(phase)) return 'nothing';
  if (isWeak || permission === 'offer') return 'offer';
  if (saysScan(facts) && memory === 'unknown') return 'offer';
  return facts.readiness === 'held' ? 'hold' : 'fill';
}

/** The same on a site that the user wants to ask first: nothing is filled by itself there. */
export function decisionOn(
  { fill }: { readonly fill: 'by-itself' | 'by-hand' },
  decision: PromptDecision,
): PromptDecision {
  return fill === 'by-hand' && (decision === 'fill' || decision === 'hold') ? 'offer' : decision;
}
