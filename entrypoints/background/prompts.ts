import { AppError } from '../../lib/errors.ts';
import { CLIPBOARD_CLEAR_MS } from '../../lib/limits.ts';
import { decidePrompt } from '../../lib/policy/prompt-decision.ts';
import {
  hasSentSignal,
  isKnownPrompt,
  pathWithoutIds,
  roomOf,
  shapeOf,
  type PromptFacts,
} from '../../lib/policy/prompt-memory.ts';
import { withNewest, type Prompt } from '../../lib/policy/prompt.ts';
import type { Queue } from '../../lib/policy/queue.ts';
import { phaseAt } from '../../lib/policy/sign-in.ts';
import type { PageRequests, PromptAnswer } from '../../lib/protocol/page-messages.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';
import type { PageHandlers } from '../../lib/protocol/server.ts';
import { answerPrompt, isCounted } from './answer-prompt.ts';
import type { AccountPicker } from './account-picker.ts';
import { clearCopiedAt } from './copied-texts.ts';
import type { Core } from './core.ts';
import { takeInsertRequest } from './insert-request.ts';
import { PromptOutcomes } from './prompt-outcomes.ts';
import { getSiteOf, isSameDocument, targetOf } from './sender-site.ts';
import { findPlace, findSignature } from './prompt-signatures.ts';
import { pushToPage } from './push-to-page.ts';
import { noteClock, useSiteClock } from './site-clock.ts';
import { SignIns } from './sign-ins.ts';
import { openUnlockWindowFor } from './unlock-window.ts';

type PromptHandlers = Pick<
  PageHandlers,
  | 'signInInput'
  | 'fieldInView'
  | 'promptReport'
  | 'promptTake'
  | 'promptRenew'
  | 'promptOutcome'
  | 'promptOpen'
  | 'promptCopied'
  | 'clockSample'
>;

type PromptReport = Parameters<PageRequests['promptReport']>[0];

const FILL_SCRIPT = '/content-scripts/fill.js';

/** Answers the 2FA prompts of pages: decides which prompt gets which code, and when. */
export class Prompts {
  readonly #core: Core;
  readonly #queue: Queue;
  readonly #picker: AccountPicker;
  readonly #signIns: SignIns;
  readonly #outcomes: PromptOutcomes;

  /** Decisions run one after another in `queue`, so that two prompts at once do not both get one code. */
  constructor(core: Core, queue: Queue, picker: AccountPicker) {
    this.#core = core;
    this.#queue = queue;
    this.#picker = picker;
    this.#signIns = new SignIns(core.signIns, core.nowMs);
    this.#outcomes = new PromptOutcomes(core, this.#signIns);
  }

  readonly handlers: PromptHandlers = {
    signInInput: async ({ identity }, from) => {
      const site = await getSiteOf(this.#core.sites, from);
      await this.#signIns.input({ tabId: from.tabId, siteId: site.id }, identity);
    },
    fieldInView: async (_ask, from) => {
      const site = await getSiteOf(this.#core.sites, from);
      await this.#core.language.inject(from, FILL_SCRIPT);
      const place = { tabId: from.tabId, siteId: site.id };
      return { moment: (await this.#signIns.isUnderWay(place)) ? 'sign-in' : 'unknown' };
    },
    promptReport: (report, from) => this.#queue.run(() => this.#answer(report, from)),
    promptTake: ({ promptId, press }, from) =>
      this.#queue.run(async () => {
        const prompt = await this.#getPrompt(promptId, from);
        if (press === 'use-site-clock') await useSiteClock(this.#core, prompt.siteId);
        const accountId = prompt.served?.accountId;
        const chosen = {
          atMs: this.#core.nowMs(),
          ...(accountId === undefined ? {} : { accountId }),
        };
        const taken = prompt.decision === 'offer' ? ({ offer: 'taken' } as const) : {};
        const next = { ...prompt, ...taken, chosen };
        await this.#core.prompts.put(promptId, next);
        return answerPrompt(this.#core, promptId, next);
      }),
    promptRenew: ({ promptId }, from) =>
      this.#queue.run(async () => {
        const prompt = await this.#getPrompt(promptId, from);
        const signIn = await this.#core.signIns.find(String(prompt.tabId));
        const phase = phaseAt(signIn, prompt.siteId, this.#core.nowMs());
        // Only a code that still stands there unsent, in the log-in it was given for.
        const { state, served } = prompt;
        if (phase !== 'filled' || state !== 'done' || served === undefined) return { kind: 'none' };
        // A code by counter does not die in its field, and the next one is given at a press only.
        if (await isCounted(this.#core, served.accountId)) return { kind: 'none' };
        const chosen = { atMs: this.#core.nowMs(), accountId: served.accountId };
        return answerPrompt(this.#core, promptId, { ...prompt, chosen });
      }),
    promptOutcome: ({ promptId, outcome }, from) =>
      this.#queue.run(async () => {
        // It gives nothing away. The site of a frame that leaves cannot be told in Firefox, whose tab has no
        // address by then.
        const prompt = await this.#getOwnPrompt(promptId, from);
        // The prompt had its code or left its page: nothing is left to choose for it.
        void this.#picker.handle({ kind: 'prompt-over', promptId });
        await this.#outcomes.note(promptId, prompt, outcome);
      }),
    promptOpen: async ({ promptId, at }, from) => {
      const { siteId } = await this.#getPrompt(promptId, from);
      if ((await this.#core.vault.state()) !== 'open') {
        return { where: await openUnlockWindowFor(siteId) };
      }
      await this.#picker.open(promptId, at);
      return { where: 'window' };
    },
    clockSample: async (sample, from) => {
      const site = await getSiteOf(this.#core.sites, from);
      return noteClock(this.#core, site.id, sample);
    },
    promptCopied: async ({ promptId, digits }, from) => {
      await this.#getPrompt(promptId, from);
      await clearCopiedAt(this.#core.nowMs() + CLIPBOARD_CLEAR_MS, digits);
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

  /** After the requests of the tab that are still answered. */
  forgetTab(tabId: number): Promise<void> {
    return this.#queue.run(async () => {
      await this.#core.signIns.remove(String(tabId));
      await this.#core.prompts.removeWhere((prompt) => prompt.tabId === tabId);
    });
  }

  async #answer(
    { promptId, arrival = 'here', facts }: PromptReport,
    from: PageSender,
  ): Promise<PromptAnswer> {
    const [site, known] = await Promise.all([
      getSiteOf(this.#core.sites, from),
      this.#core.prompts.find(promptId),
    ]);
    if (known && !isSameDocument(known, from)) throw new AppError('prompt-gone');
    const prompt = known ?? (await this.#newPrompt(site.id, from));
    const isOpen = prompt.state === 'waiting' || prompt.state === 'locked';
    const decided =
      isOpen && facts
        ? { ...prompt, ...(await this.#decide(prompt, arrival, facts, from)) }
        : prompt;
    const isRefused = decided.decision === 'refuse' && isOpen && !decided.chosen;
    const next: Prompt = isRefused ? { ...decided, state: 'refused' } : decided;
    // What the answer writes of the prompt comes behind this, in the queue of the table.
    const noted =
      next !== known && this.#core.prompts.change((rows) => withNewest(rows, promptId, next));
    const [answer] = await Promise.all([answerPrompt(this.#core, promptId, next), noted]);
    return answer;
  }

  async #newPrompt(siteId: string, from: PageSender): Promise<Prompt> {
    const nowMs = this.#core.nowMs();
    return {
      ...targetOf(from),
      origin: from.origin,
      siteId,
      seenMs: nowMs,
      state: 'waiting',
      ...((await takeInsertRequest(from, nowMs)) ? { chosen: { atMs: nowMs } } : {}),
    };
  }

  async #decide(
    { siteId, tabId }: Prompt,
    arrival: 'here' | 'navigated',
    facts: PromptFacts,
    from: PageSender,
  ): Promise<Pick<Prompt, 'decision' | 'phase' | 'shape' | 'room' | 'signature'>> {
    const shape = shapeOf(facts);
    const [signature, arrived] = await Promise.all([
      findSignature(from, facts),
      this.#signIns.arrive({ tabId, siteId }, arrival, shape, facts.complaint),
    ]);
    const { permission, phase, refusedSignature } = arrived;
    if (refusedSignature !== undefined) await this.#core.sites.forget(siteId, refusedSignature);
    if (hasSentSignal(facts)) await this.#forgetPlace(siteId, facts, from);
    const [remembered, site] = await Promise.all([
      signature === undefined ? [] : this.#core.sites.prompts(siteId),
      this.#core.sites.find(from.origin),
    ]);
    const isRemembered =
      remembered.some(({ id }) => id === signature) ||
      isKnownPrompt(site?.prompts, pathWithoutIds(from.url), facts);
    const decision = decidePrompt({
      permission,
      phase,
      facts,
      memory: isRemembered ? 'remembered' : 'unknown',
    });
    const signed = signature === undefined ? {} : { signature };
    return { decision, phase, shape, room: roomOf(facts), ...signed };
  }

  /** Where a code was sent this time, either may be asked for: from now on the user decides again. */
  async #forgetPlace(siteId: string, facts: PromptFacts, from: PageSender): Promise<void> {
    const known = await this.#core.sites.prompts(siteId);
    if (known.length === 0) return;
    const place = await findPlace(from, facts);
    for (const { id } of known) if (id.startsWith(place)) await this.#core.sites.forget(siteId, id);
  }

  async #getPrompt(promptId: string, from: PageSender): Promise<Prompt> {
    await getSiteOf(this.#core.sites, from);
    return this.#getOwnPrompt(promptId, from);
  }

  /** A prompt of this very document. Throws 'prompt-gone'. */
  async #getOwnPrompt(promptId: string, from: PageSender): Promise<Prompt> {
    const prompt = await this.#core.prompts.find(promptId);
    if (!prompt || !isSameDocument(prompt, from)) throw new AppError('prompt-gone');
    return prompt;
  }
}
