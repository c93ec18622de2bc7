import type { PromptAnswer } from '../../protocol/page-messages.ts';

/** Where a prompt stands: the last answer of the background, or what is done about it now. */
export type Step = PromptAnswer['kind'] | 'asking' | 'filling' | 'filled';

/** Whether a log-in of the user's can change it. */
export function isHelpless(step: Step): boolean {
  return step === 'none' || step === 'choose' || step === 'offer';
}
