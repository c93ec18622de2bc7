import { setAlarm } from '../../lib/browser/alarms.ts';
import { inject } from '../../lib/browser/scripting.ts';
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
import type { Chooser } from './account-picker.ts';
import type { Core } from './core.ts';
import { takeInsertWish } from './insert-request.ts';
import { CLIPBOARD_ALARM } from './lock-controller.ts';
import { getSiteOf, isSameDocument } from './sender-site.ts';
import { tell } from './push-to-page.ts';

type PromptHandlers = Pick<
  PageHandlers,
  'signInInput' | 'fieldInView' | 'promptReport' | 'promptOutcome' | 'promptOpen' | 'promptCopied'
>;

const FILL_SCRIPT = '/content-scripts/fill.js';

/** Answers the 2FA prompts of pages: who gets which code when. */
export class Prompts {
  readonly #core: Core;
  readonly #queue: Queue;
  readonly #openUnlockWindow: () => Promise<void>;
  readonly #chooser: Chooser;

  /** Decisions run one after another in `queue`: two prompts at once must not both get one code. */
  constructor(core: Core, queue: Queue, openUnlockWindow: () => Promise<void>, chooser: Chooser) {
    this.#core = core;
    this.#queue = queue;
    this.#openUnlockWindow = openUnlockWindow;
    this.#chooser = chooser;
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
      this.#queue.run(() => this.#seen(promptId, arrival, from)),
    promptOutcome: ({ promptId, outcome }, from) =>
      this.#queue.run(async () => {
        const prompt = await this.#getPrompt(promptId, from);
        // Had its code, or left: nothing is left to choose.
        void this.#chooser.happened({ kind: 'prompt-over', promptId });
        if (outcome === 'gone' || outcome === 'sent-and-gone') {
          await this.#noteLeft(prompt, outcome === 'gone' ? 'unknown' : 'sent');
          return this.#core.prompts.remove(promptId);
        }
        if (outcome === 'refused') await this.#changeSignIn(prompt, { refused: 'refused' });
        // Filled or not, the code has left us: a prompt is served once by itself.
        const state = outcome === 'refused' ? 'refused' : 'done';
        return this.#core.prompts.put(promptId, { ...prompt, state });
      }),
    promptOpen: async ({ promptId, at }, from) => {
      await this.#getPrompt(promptId, from);
      if ((await this.#core.vault.state()) === 'open') await this.#chooser.open(promptId, at);
      else await this.#openUnlockWindow();
    },
    promptCopied: async ({ promptId }, from) => {
      await this.#getPrompt(promptId, from);
      await setAlarm(CLIPBOARD_ALARM, this.#core.nowMs() + CLIPBOARD_CLEAR_MS);
    },
  };

  /**
   * After unlocking: prompts that showed the latch are filled without another
   * click. They are told to ask again: no code is taken for a document that may
   * have gone, or lie in the back/forward cache, and none of them is waited for.
   */
  async continueAfterUnlock(): Promise<void> {
    const untilMs = this.#core.nowMs();
    for (const [promptId, prompt] of Object.entries(await this.#core.prompts.rows())) {
      if (prompt.state !== 'locked') continue;
      void tell(prompt, 'wait', { promptId, untilMs }).then((told) =>
        told === 'gone' ? this.#core.prompts.remove(promptId) : undefined,
      );
    }
  }

  async forgetTab(tabId: number): Promise<void> {
    await this.#core.signIns.remove(String(tabId));
    await this.#core.prompts.change((rows) =>
      Object.fromEntries(Object.entries(rows).filter(([, prompt]) => prompt.tabId !== tabId)),
    );
  }

  async #seen(promptId: string, arrival: Arrival, from: PageSender): Promise<PromptAnswer> {
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
      ...((await takeInsertWish(from, nowMs)) ? { chosen: { atMs: nowMs } } : {}),
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

  /** A prompt that had its code left: if the page asks again, it did not like that code. */
  async #noteLeft({ tabId, state }: Prompt, sent: 'sent' | 'unknown'): Promise<void> {
    if (state !== 'served' && state !== 'done') return;
    await this.#changeSignIn({ tabId }, { left: { atMs: this.#core.nowMs(), sent } });
  }

  /** refused: wrong codes count towards the site's lock; in this log-in only the user may send another. */
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
