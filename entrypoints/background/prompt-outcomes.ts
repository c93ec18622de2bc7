import type { Prompt } from '../../lib/policy/prompt.ts';
import { withoutGiven } from '../../lib/policy/given-codes.ts';
import type { PageRequests } from '../../lib/protocol/page-messages.ts';
import type { Core } from './core.ts';
import type { SignIns } from './sign-ins.ts';

type PromptOutcome = Parameters<PageRequests['promptOutcome']>[0]['outcome'];
type PromptEnd = Extract<PromptOutcome, 'gone' | 'gone-unserved' | 'sent-and-gone'>;

function isEnd(outcome: PromptOutcome): outcome is PromptEnd {
  return outcome === 'gone' || outcome === 'gone-unserved' || outcome === 'sent-and-gone';
}

/** What a prompt's end, or a refusal, means for the log-in, for the codes given, and for what is remembered. */
export class PromptOutcomes {
  readonly #core: Core;
  readonly #signIns: SignIns;

  constructor(core: Core, signIns: SignIns) {
    this.#core = core;
    this.#signIns = signIns;
  }

  async note(promptId: string, prompt: Prompt, outcome: PromptOutcome): Promise<void> {
    if (isEnd(outcome)) {
      // A disk that takes no write keeps the site book from remembering, and no prompt from its end.
      try {
        return await this.#noteEnd(prompt, outcome);
      } finally {
        await this.#core.prompts.remove(promptId);
      }
    }
    // Filled or not, a code was given away: a prompt is served once without an act of the user.
    const state = outcome === 'refused' ? 'refused' : 'done';
    await this.#core.prompts.put(promptId, { ...prompt, state });
    if (outcome === 'refused') await this.#noteRefused(prompt);
  }

  /** A prompt that left after the page took its code was accepted: so far as we know. */
  async #noteEnd(prompt: Prompt, outcome: PromptEnd): Promise<void> {
    const { siteId, state, shape = '', offer, signature } = prompt;
    const wasServed = state === 'served' || state === 'done';
    if (outcome === 'sent-and-gone') {
      const remembered = wasServed && signature !== undefined ? { remembered: signature } : {};
      await this.#signIns.noteLeft(prompt, 'prompt-sent-and-gone', { shape, ...remembered });
      // Last, because a disk may take no write, and the log-in is over all the same.
      const isLearnt = wasServed && offer === 'taken' && signature !== undefined;
      if (isLearnt) await this.#core.sites.remember(siteId, signature, this.#core.nowMs());
      return;
    }
    if (state === 'served' && outcome === 'gone-unserved') await this.#takeBack(prompt);
    else if (wasServed) await this.#signIns.noteLeft(prompt, 'prompt-gone', { shape });
    else await this.#signIns.note(prompt, 'prompt-gone');
  }

  /** A refused code counts towards the site's lock, so that in this log-in only the user may send another one. */
  async #noteRefused(prompt: Prompt): Promise<void> {
    await this.#signIns.note(prompt, 'code-refused');
    if (prompt.signature !== undefined)
      await this.#core.sites.forget(prompt.siteId, prompt.signature);
  }

  /** Our code was on its way when its prompt left, so that nobody has it: its step is not used. */
  async #takeBack({ served, phase, ...prompt }: Prompt): Promise<void> {
    if (served === undefined) return;
    const { accountId, counter } = served;
    const { siteId } = prompt;
    await this.#core.released.update(accountId, (given) =>
      withoutGiven(given, { counter, siteId }),
    );
    if (phase !== undefined) await this.#signIns.takeBack(prompt, phase);
  }
}
