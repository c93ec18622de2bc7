import type { PromptAnswer } from '../../protocol/page-messages.ts';

/** Where a prompt stands: the last answer of the background, or what is done about it now. */
export type Step = PromptAnswer['kind'] | 'asking' | 'filling' | 'filled';

/** Whether a log-in of the user's can change it. */
export function isHelpless(step: Step): boolean {
  return step === 'none' || step === 'choose' || step === 'offer';
}

export class PromptStep {
  now: Step = 'none';
  #asks = 0;

  get isUnderWay(): boolean {
    return this.now === 'asking' || this.now === 'filling';
  }

  /** An answer that never comes gives `otherwise`, so that the next press or sign-in asks again. */
  async ask(asked: Promise<PromptAnswer>, otherwise: Step): Promise<PromptAnswer> {
    const ask = ++this.#asks;
    this.now = 'asking';
    try {
      return await asked;
    } catch (thrown) {
      if (this.now === 'asking' && ask === this.#asks) this.now = otherwise;
      throw thrown;
    }
  }
}
