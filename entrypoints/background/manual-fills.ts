import { openPopup } from '../../lib/browser/action.ts';
import { AppError } from '../../lib/errors.ts';
import { promptsOf, type Prompt } from '../../lib/policy/prompt.ts';
import type { Queue } from '../../lib/policy/queue.ts';
import type { OwnRequests } from '../../lib/protocol/own-messages.ts';
import type { PromptAnswer } from '../../lib/protocol/page-messages.ts';
import { answerPrompt } from './answer-prompt.ts';
import type { Chooser } from './account-picker.ts';
import type { Core } from './core.ts';
import { noteInsertWish } from './insert-request.ts';
import { tell } from './push-to-page.ts';

interface Filled {
  readonly promptId: string;
  readonly siteId: string;
  readonly answer: PromptAnswer['kind'];
}

/** Fills that the user asked for himself: in a window of ours, by the keyboard or the menu. */
export class HandFills {
  readonly #core: Core;
  readonly #queue: Queue;
  readonly #openUnlockWindow: () => Promise<void>;
  readonly #chooser: Chooser;

  /** `queue` is that of the prompts: what they ask and what the user asks is decided one by one. */
  constructor(core: Core, queue: Queue, openUnlockWindow: () => Promise<void>, chooser: Chooser) {
    this.#core = core;
    this.#queue = queue;
    this.#openUnlockWindow = openUnlockWindow;
    this.#chooser = chooser;
  }

  /** The user chose an account for the prompt of a tab, in our popup. */
  readonly fillTab = ({
    tabId,
    id,
  }: Parameters<OwnRequests['fillTab']>[0]): Promise<ReturnType<OwnRequests['fillTab']>> =>
    this.#queue.run(async () => {
      const filled = await this.#fillNewest(tabId, id);
      if (filled === undefined) return { outcome: 'no-prompt' };
      await this.#bind(id, filled.siteId);
      return { outcome: 'sent' };
    });

  /** The user chose an account for this very prompt, in our window at its field. */
  fillPrompt(promptId: string, id: string): Promise<void> {
    return this.#queue.run(async () => {
      // Chosen while it was locked: after the unlocking nobody would expect it any more.
      if ((await this.#core.vault.state()) !== 'open') throw new AppError('vault-locked');
      const prompt = await this.#core.prompts.find(promptId);
      const answer = prompt && (await this.#fillByHand(promptId, prompt, id));
      if (!prompt || answer === 'gone') throw new AppError('prompt-gone');
      await this.#bind(id, prompt.siteId);
    });
  }

  /** The keyboard command: the account that fits, else our window to choose one. */
  fillByCommand(tabId: number): Promise<void> {
    return this.#queue.run(async () => {
      if ((await this.#core.vault.state()) !== 'open') {
        await this.#waitForUnlock(tabId);
        return this.#openUnlockWindow();
      }
      const filled = await this.#fillNewest(tabId);
      if (filled === undefined) await openPopup();
      else if (filled.answer === 'choose') await this.#chooser.open(filled.promptId);
    });
  }

  /** The menu of a right click: the frame reports the field that was clicked as a prompt. */
  async insertByMenu(tabId: number, frameId: number): Promise<void> {
    await noteInsertWish({ tabId, frameId }, this.#core.nowMs());
    await tell({ tabId, frameId }, 'insert', {});
    // The prompt it makes waits for the unlocking, and is filled without another click.
    if ((await this.#core.vault.state()) !== 'open') await this.#openUnlockWindow();
  }

  /** By hand, into the newest prompt of the tab that still lives. */
  async #fillNewest(tabId: number, accountId?: string): Promise<Filled | undefined> {
    for (const [promptId, prompt] of promptsOf(await this.#core.prompts.rows(), tabId)) {
      const answer = await this.#fillByHand(promptId, prompt, accountId);
      if (answer !== 'gone') return { promptId, siteId: prompt.siteId, answer };
    }
    return undefined;
  }

  async #fillByHand(
    promptId: string,
    prompt: Prompt,
    accountId: string | undefined,
  ): Promise<PromptAnswer['kind'] | 'gone'> {
    const atMs = this.#core.nowMs();
    const chosen = accountId === undefined ? { atMs } : { accountId, atMs };
    await this.#core.prompts.put(promptId, { ...prompt, chosen });
    const answer = await this.#answer(promptId, { ...prompt, chosen });
    if (answer === 'gone') await this.#core.prompts.remove(promptId);
    return answer;
  }

  /** The newest prompt of the tab is filled by hand once the vault is open; one that had its code stays as it is. */
  async #waitForUnlock(tabId: number): Promise<void> {
    const [newest] = promptsOf(await this.#core.prompts.rows(), tabId);
    if (!newest) return;
    const [promptId, prompt] = newest;
    if (prompt.state !== 'waiting' && prompt.state !== 'locked') return;
    const chosen = { atMs: this.#core.nowMs() };
    await this.#core.prompts.put(promptId, { ...prompt, state: 'locked', chosen });
  }

  async #answer(promptId: string, prompt: Prompt): Promise<PromptAnswer['kind'] | 'gone'> {
    const answer = await answerPrompt(this.#core, promptId, prompt);
    const { kind } = answer;
    const told =
      kind === 'fill'
        ? await tell(prompt, 'fill', { promptId, code: answer.code, submit: answer.submit })
        : // What is no code is asked for again by the page script itself, at once or at its time.
          await tell(prompt, 'wait', {
            promptId,
            untilMs: kind === 'wait' ? answer.untilMs : this.#core.nowMs(),
          });
    return told === 'gone' ? 'gone' : kind;
  }

  /** Binding is learned by use: an account the user filled here belongs here. */
  async #bind(id: string, siteId: string): Promise<void> {
    const account = await this.#core.vault.account(id);
    if (account.sites.includes(siteId)) return;
    await this.#core.vault.change(id, { sites: [...account.sites, siteId] });
  }
}
