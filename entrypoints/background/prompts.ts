import { setAlarm } from '../../lib/browser/alarms.ts';
import { inject } from '../../lib/browser/scripting.ts';
import { findSkew, isWorthTelling } from '../../lib/clock/skew.ts';
import { AppError } from '../../lib/errors.ts';
import { CLIPBOARD_CLEAR_MS } from '../../lib/limits.ts';
import type { Prompt } from '../../lib/policy/prompt.ts';
import type { Queue } from '../../lib/policy/queue.ts';
import {
  continued,
  isAskedAgain,
  isFresh,
  type Arrival,
  type SignIn,
} from '../../lib/policy/sign-in.ts';
import type { PromptAnswer } from '../../lib/protocol/page-messages.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';
import type { PageHandlers } from '../../lib/protocol/server.ts';
import { answerPrompt } from './answer-prompt.ts';
import type { AccountPicker } from './account-picker.ts';
import type { Core } from './core.ts';
import { takeInsertRequest } from './insert-request.ts';
import { getSiteOf, isSameDocument } from './sender-site.ts';
import { pushToPage } from './push-to-page.ts';
import { openUnlockWindow } from './unlock-window.ts';

type PromptHandlers = Pick<
  PageHandlers,
  | 'signInInput'
  | 'fieldInView'
  | 'promptReport'
  | 'promptOutcome'
  | 'promptOpen'
  | 'promptCopied'
  | 'clockSample'
>;

const FILL_SCRIPT = '/content-scripts/fill.js';
export const CLIPBOARD_ALARM = 'clipboard';

/** Answers the 2FA prompts of pages: decides which prompt gets which code, and when. */
export class Prompts {
  readonly #core: Core;
  readonly #queue: Queue;
  readonly #picker: AccountPicker;

  /** Decisions run one after another in `queue`, so that two prompts at once do not both get one code. */
  constructor(core: Core, queue: Queue, picker: AccountPicker) {
    this.#core = core;
    this.#queue = queue;
    this.#picker = picker;
  }

  readonly handlers: PromptHandlers = {
    signInInput: async ({ identity }, from) => {
      const site = await getSiteOf(this.#core.sites, from);
      const key = String(from.tabId);
      const nowMs = this.#core.nowMs();
      await this.#core.signIns.change((rows) => ({
        ...rows,
        [key]: continued(rows[key], site.id, nowMs, identity),
      }));
    },
    fieldInView: async (_ask, from) => {
      const site = await getSiteOf(this.#core.sites, from);
      await inject(from, FILL_SCRIPT);
      const signIn = await this.#core.signIns.find(String(from.tabId));
      const isHere = signIn?.siteId === site.id && isFresh(signIn, this.#core.nowMs());
      return { moment: isHere ? 'sign-in' : 'unknown' };
    },
    promptReport: ({ promptId, arrival = 'otherwise' }, from) =>
      this.#queue.run(() => this.#answer(promptId, arrival, from)),
    promptOutcome: ({ promptId, outcome }, from) =>
      this.#queue.run(async () => {
        const prompt = await this.#getPrompt(promptId, from);
        // The prompt had its code or left its page: nothing is left to choose for it.
        void this.#picker.handle({ kind: 'prompt-over', promptId });
        if (outcome === 'gone' || outcome === 'sent-and-gone') {
          await this.#noteLeft(prompt, outcome === 'gone' ? 'unknown' : 'sent');
          return this.#core.prompts.remove(promptId);
        }
        if (outcome === 'refused') await this.#changeSignIn(prompt, { refused: 'refused' });
        // Filled or not, a code was given away: a prompt is served once without an act of the user.
        const state = outcome === 'refused' ? 'refused' : 'done';
        return this.#core.prompts.put(promptId, { ...prompt, state });
      }),
    promptOpen: async ({ promptId, at }, from) => {
      await this.#getPrompt(promptId, from);
      if ((await this.#core.vault.state()) === 'open') await this.#picker.open(promptId, at);
      else await openUnlockWindow();
    },
    // The user decides what follows from a difference of the clocks.
    clockSample: async (sample, from) => {
      const site = await getSiteOf(this.#core.sites, from);
      const skew = findSkew(sample);
      if (skew === undefined) return;
      if (isWorthTelling(skew)) await this.#core.skews.put(site.id, skew.skewMs);
      else await this.#core.skews.remove(site.id);
    },
    promptCopied: async ({ promptId }, from) => {
      await this.#getPrompt(promptId, from);
      await setAlarm(CLIPBOARD_ALARM, this.#core.nowMs() + CLIPBOARD_CLEAR_MS);
    },
  };

  /**
   * After an unlock, prompts that showed 'Unlock' are filled without another
   * click. They are told to ask again instead of being sent a code: their
   * document may be gone, or lie in the back/forward cache. Nobody waits for it.
   */
  async continueAfterUnlock(): Promise<void> {
    const untilMs = this.#core.nowMs();
    for (const [promptId, prompt] of Object.entries(await this.#core.prompts.rows())) {
      if (prompt.state !== 'locked') continue;
      void pushToPage(prompt, 'wait', { promptId, untilMs }).then((outcome) =>
        outcome === 'gone' ? this.#core.prompts.remove(promptId) : undefined,
      );
    }
  }

  async forgetTab(tabId: number): Promise<void> {
    await this.#core.signIns.remove(String(tabId));
    await this.#core.prompts.change((rows) =>
      Object.fromEntries(Object.entries(rows).filter(([, prompt]) => prompt.tabId !== tabId)),
    );
  }

  async #answer(promptId: string, arrival: Arrival, from: PageSender): Promise<PromptAnswer> {
    const site = await getSiteOf(this.#core.sites, from);
    const known = await this.#core.prompts.find(promptId);
    if (known && !isSameDocument(known, from)) throw new AppError('prompt-gone');
    const { tabId, frameId, documentId, origin } = from;
    const nowMs = this.#core.nowMs();
    const prompt: Prompt = known ?? {
      tabId,
      frameId,
      ...(documentId === undefined ? {} : { documentId }),
      origin,
      siteId: site.id,
      seenMs: nowMs,
      state: 'waiting',
      ...((await takeInsertRequest(from, nowMs)) ? { chosen: { atMs: nowMs } } : {}),
    };
    if (known?.state === 'refused' && !known.chosen) return { kind: 'refused' };
    const signIn = await this.#core.signIns.find(String(tabId));
    const isRefused = !known && !prompt.chosen && isAskedAgain(signIn, site.id, arrival, nowMs);
    if (isRefused) await this.#changeSignIn(prompt, { refused: 'refused' });
    const state = isRefused ? 'refused' : prompt.state;
    if (!known) await this.#core.prompts.put(promptId, { ...prompt, state });
    if (isRefused) return { kind: 'refused' };
    return answerPrompt(this.#core, promptId, prompt);
  }

  async #getPrompt(promptId: string, from: PageSender): Promise<Prompt> {
    await getSiteOf(this.#core.sites, from);
    const prompt = await this.#core.prompts.find(promptId);
    if (!prompt || !isSameDocument(prompt, from)) throw new AppError('prompt-gone');
    return prompt;
  }

  /** Notes that a prompt left its page with our code in it: if the page asks again, it refused that code. */
  async #noteLeft({ tabId, state }: Prompt, sent: 'sent' | 'unknown'): Promise<void> {
    if (state !== 'served' && state !== 'done') return;
    await this.#changeSignIn({ tabId }, { left: { atMs: this.#core.nowMs(), sent } });
  }

  /** A refused code counts towards the site's lock, so that in this log-in only the user may send another one. */
  async #changeSignIn(
    { tabId }: Pick<Prompt, 'tabId'>,
    change: Pick<SignIn, 'refused' | 'left'>,
  ): Promise<void> {
    const key = String(tabId);
    await this.#core.signIns.change((rows) => {
      const signIn = rows[key];
      return signIn ? { ...rows, [key]: { ...signIn, ...change } } : rows;
    });
  }
}
