import { openPopup } from '../../lib/browser/action.ts';
import { inject } from '../../lib/browser/scripting.ts';
import { pushTo } from '../../lib/browser/tabs.ts';
import { AppError } from '../../lib/errors.ts';
import { chooseAccount } from '../../lib/policy/choose-account.ts';
import { CHOSEN_MS, promptsOf, type Prompt } from '../../lib/policy/prompt.ts';
import { Queue } from '../../lib/policy/queue.ts';
import { decideRelease, maySignIn, type Act } from '../../lib/policy/release.ts';
import { continued } from '../../lib/policy/sign-in.ts';
import type { OwnRequests, PagePushes, PromptAnswer } from '../../lib/protocol/messages.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';
import type { PageHandlers } from '../../lib/protocol/server.ts';
import type { Core } from './core.ts';
import { getSiteOf, isSameDocument } from './place.ts';

type PromptHandlers = Pick<
  PageHandlers,
  'signInSeen' | 'fillNear' | 'promptSeen' | 'promptOutcome' | 'promptOpen'
>;

const FILL_SCRIPT = '/content-scripts/fill.js';

/** Answers the 2FA prompts of pages: who gets which code when. */
export class Prompts {
  readonly #core: Core;
  readonly #openUnlockWindow: () => Promise<void>;
  /** Decisions run one after another: two prompts at once must not both get one code. */
  readonly #queue = new Queue();

  constructor(core: Core, openUnlockWindow: () => Promise<void>) {
    this.#core = core;
    this.#openUnlockWindow = openUnlockWindow;
  }

  readonly handlers: PromptHandlers = {
    signInSeen: async ({ identity }, from) => {
      const site = await getSiteOf(this.#core.sites, from);
      const key = String(from.tabId);
      const nowMs = this.#core.nowMs();
      await this.#core.signIns.change((rows) => ({
        ...rows,
        [key]: continued(rows[key], site.id, nowMs, identity),
      }));
    },
    fillNear: async (_ask, from) => {
      await getSiteOf(this.#core.sites, from);
      await inject(from, FILL_SCRIPT);
    },
    promptSeen: ({ promptId }, from) => this.#queue.run(() => this.#seen(promptId, from)),
    promptOutcome: ({ promptId, outcome }, from) =>
      this.#queue.run(async () => {
        const prompt = await this.#getPrompt(promptId, from);
        if (outcome === 'gone') return this.#core.prompts.remove(promptId);
        if (outcome === 'refused') await this.#refuse(prompt);
        // Filled or not, the code has left us: a prompt is served once by itself.
        const state = outcome === 'refused' ? 'refused' : 'done';
        return this.#core.prompts.put(promptId, { ...prompt, state });
      }),
    promptOpen: async ({ promptId }, from) => {
      await this.#getPrompt(promptId, from);
      if ((await this.#core.vault.state()) === 'open') await openPopup();
      else await this.#openUnlockWindow();
    },
  };

  /** The user chose an account for the prompt of a tab, in our popup. */
  readonly fillTab = ({
    tabId,
    id,
  }: Parameters<OwnRequests['fillTab']>[0]): Promise<ReturnType<OwnRequests['fillTab']>> =>
    this.#queue.run(async () => {
      for (const [promptId, prompt] of promptsOf(await this.#core.prompts.rows(), tabId)) {
        const chosen: Prompt = { ...prompt, chosen: { accountId: id, atMs: this.#core.nowMs() } };
        await this.#core.prompts.put(promptId, chosen);
        if ((await this.#tell(promptId, chosen)) === 'told') {
          await this.#bind(id, prompt.siteId);
          return { outcome: 'sent' };
        }
        await this.#core.prompts.remove(promptId);
      }
      return { outcome: 'no-prompt' };
    });

  /** After unlocking: prompts that showed the latch are filled without another click. */
  continueAfterUnlock(): Promise<void> {
    return this.#queue.run(async () => {
      for (const [promptId, prompt] of Object.entries(await this.#core.prompts.rows())) {
        if (prompt.state === 'locked') await this.#tell(promptId, prompt);
      }
    });
  }

  async forgetTab(tabId: number): Promise<void> {
    await this.#core.signIns.remove(String(tabId));
    await this.#core.prompts.change((rows) =>
      Object.fromEntries(Object.entries(rows).filter(([, prompt]) => prompt.tabId !== tabId)),
    );
  }

  async #seen(promptId: string, from: PageSender): Promise<PromptAnswer> {
    const site = await getSiteOf(this.#core.sites, from);
    const known = await this.#core.prompts.find(promptId);
    if (known && !isSameDocument(known, from)) throw new AppError('prompt-gone');
    const { tabId, frameId, documentId, origin } = from;
    const prompt: Prompt = known ?? {
      tabId,
      frameId,
      ...(documentId === undefined ? {} : { documentId }),
      origin,
      siteId: site.id,
      seenMs: this.#core.nowMs(),
      state: 'waiting',
    };
    if (!known) await this.#core.prompts.put(promptId, prompt);
    return this.#answer(promptId, prompt);
  }

  async #answer(promptId: string, prompt: Prompt): Promise<PromptAnswer> {
    const { vault, prompts } = this.#core;
    const state = await vault.state();
    if (state === 'locked') {
      await prompts.put(promptId, { ...prompt, state: 'locked' });
      return { kind: 'locked' };
    }
    if (state !== 'open') return { kind: 'none' };
    const settings = await this.#core.sites.settings(prompt.siteId);
    // The site's own clock decides; the user applied the difference after a clock check.
    const nowMs = this.#core.nowMs();
    const siteMs = nowMs + settings.clockOffsetMs;
    const signIn = await this.#core.signIns.find(String(prompt.tabId));
    const chosen =
      prompt.chosen && nowMs - prompt.chosen.atMs <= CHOSEN_MS ? prompt.chosen : undefined;
    const act: Act = chosen ? 'by-hand' : 'by-itself';
    const login = { act, nowMs, siteId: prompt.siteId, promptState: prompt.state, signIn };
    const accounts = await vault.accounts('live');
    const choice = chooseAccount(accounts, prompt.siteId, signIn?.identity);
    const mayFill = chosen !== undefined || settings.fill === 'by-itself';
    if (!mayFill || !maySignIn(login)) return { kind: choice.kind === 'none' ? 'none' : 'choose' };
    if (!chosen && choice.kind !== 'one') {
      return { kind: choice.kind === 'several' ? 'choose' : 'none' };
    }
    const accountId = chosen?.accountId ?? (choice.kind === 'one' ? choice.account.id : '');
    const code = await vault.codeAt(accountId, siteMs);
    const release = decideRelease({
      ...login,
      siteMs,
      releasedCounter: await this.#core.released.find(accountId),
      servedCounter: prompt.served?.accountId === accountId ? prompt.served.counter : undefined,
      code,
    });
    if (release.kind === 'no') return { kind: 'choose' };
    if (release.kind === 'wait') {
      return { kind: 'wait', untilMs: release.untilMs - settings.clockOffsetMs };
    }
    // Written before it is told: a code that may have left counts as used.
    await this.#core.released.put(accountId, code.counter);
    const { chosen: _spent, ...rest } = prompt;
    const served = { accountId, counter: code.counter };
    await prompts.put(promptId, { ...rest, state: 'served', served });
    const validUntilMs = code.endMs - settings.clockOffsetMs;
    return { kind: 'fill', code: { digits: code.digits, validUntilMs }, submit: settings.submit };
  }

  async #tell(promptId: string, prompt: Prompt): Promise<'told' | 'gone'> {
    const answer = await this.#answer(promptId, prompt);
    const push = (name: keyof PagePushes, tell: object): Promise<'told' | 'gone'> =>
      pushTo(prompt, { push: name, tell });
    if (answer.kind === 'fill')
      return push('fill', { promptId, code: answer.code, submit: answer.submit });
    if (answer.kind === 'wait') return push('wait', { promptId, untilMs: answer.untilMs });
    return 'told';
  }

  async #getPrompt(promptId: string, from: PageSender): Promise<Prompt> {
    await getSiteOf(this.#core.sites, from);
    const prompt = await this.#core.prompts.find(promptId);
    if (!prompt || !isSameDocument(prompt, from)) throw new AppError('prompt-gone');
    return prompt;
  }

  /** Wrong codes count towards the site's lock: in this log-in only the user may send another. */
  async #refuse(prompt: Prompt): Promise<void> {
    const key = String(prompt.tabId);
    await this.#core.signIns.change((rows) => {
      const signIn = rows[key];
      return signIn ? { ...rows, [key]: { ...signIn, refused: 'refused' } } : rows;
    });
  }

  /** Binding is learned by use: an account the user filled here belongs here. */
  async #bind(id: string, siteId: string): Promise<void> {
    const account = await this.#core.vault.account(id);
    if (account.sites.includes(siteId)) return;
    await this.#core.vault.change(id, { sites: [...account.sites, siteId] });
  }
}
