import { isThere } from '../../lib/browser/tabs.ts';
import { AppError } from '../../lib/errors.ts';
import { promptsOf, type Prompt } from '../../lib/policy/prompt.ts';
import type { Queue } from '../../lib/policy/queue.ts';
import type { OwnRequests } from '../../lib/protocol/own-messages.ts';
import type { PromptAnswer } from '../../lib/protocol/page-messages.ts';
import { answerPrompt } from './answer-prompt.ts';
import type { AccountPicker } from './account-picker.ts';
import type { Core } from './core.ts';
import { noteInsertRequest } from './insert-request.ts';
import { showPopup } from './popup-window.ts';
import { pushToPage } from './push-to-page.ts';
import { openUnlockWindow } from './unlock-window.ts';

interface Filled {
  readonly promptId: string;
  readonly siteId: string;
  readonly answer: PromptAnswer['kind'];
}

/** Fills that the user asked for: in a window of ours, by the keyboard command or by the menu. */
export class ManualFills {
  readonly #core: Core;
  readonly #queue: Queue;
  readonly #picker: AccountPicker;

  /** `queue` is shared with Prompts: requests of pages and of the user are decided one by one. */
  constructor(core: Core, queue: Queue, picker: AccountPicker) {
    this.#core = core;
    this.#queue = queue;
    this.#picker = picker;
  }

  /** Fills the prompt of a tab with the account that the user chose in our popup. */
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

  /** Fills this prompt with the account that the user chose in the account picker. */
  fillPrompt(promptId: string, id: string): Promise<void> {
    return this.#queue.run(async () => {
      // A choice made while the vault was locked is dropped: after the unlock nobody would expect the fill any more.
      if ((await this.#core.vault.state()) !== 'open') throw new AppError('vault-locked');
      const prompt = await this.#core.prompts.find(promptId);
      const answer = prompt && (await this.#fill(promptId, prompt, id));
      if (!prompt || answer === 'gone') throw new AppError('prompt-gone');
      await this.#bind(id, prompt.siteId);
    });
  }

  /** The keyboard command fills the account that fits, or opens the account picker. */
  fillByCommand(tabId: number): Promise<void> {
    return this.#queue.run(async () => {
      if ((await this.#core.vault.state()) !== 'open') {
        await this.#waitForUnlock(tabId);
        return openUnlockWindow();
      }
      const filled = await this.#fillNewest(tabId);
      if (filled === undefined) await showPopup(tabId);
      else if (filled.answer === 'choose') await this.#picker.open(filled.promptId);
    });
  }

  /** The menu entry 'Fill 2FA code here': the frame then reports the field that was clicked as a prompt. */
  async insertByMenu(tabId: number, frameId: number): Promise<void> {
    await noteInsertRequest({ tabId, frameId }, this.#core.nowMs());
    await pushToPage({ tabId, frameId }, 'insert', {});
    // The prompt that the frame reports waits for the unlock, and is filled without another click.
    if ((await this.#core.vault.state()) !== 'open') await openUnlockWindow();
  }

  /** Fills the newest prompt of the tab whose document still exists. */
  async #fillNewest(tabId: number, accountId?: string): Promise<Filled | undefined> {
    for (const [promptId, prompt] of promptsOf(await this.#core.prompts.rows(), tabId)) {
      const answer = await this.#fill(promptId, prompt, accountId);
      if (answer !== 'gone') return { promptId, siteId: prompt.siteId, answer };
    }
    return undefined;
  }

  async #fill(
    promptId: string,
    prompt: Prompt,
    accountId: string | undefined,
  ): Promise<PromptAnswer['kind'] | 'gone'> {
    // The user or the administrator may have taken the site away while its page stayed open.
    if ((await this.#core.sites.find(prompt.origin))?.id !== prompt.siteId) {
      await this.#core.prompts.remove(promptId);
      return 'gone';
    }
    const atMs = this.#core.nowMs();
    const chosen = accountId === undefined ? { atMs } : { accountId, atMs };
    await this.#core.prompts.put(promptId, { ...prompt, chosen });
    // A code that is computed counts as used: none for a document that nobody will find there.
    const isHere = await isThere(prompt);
    const answer = isHere ? await this.#answer(promptId, { ...prompt, chosen }) : 'gone';
    if (answer === 'gone') await this.#core.prompts.remove(promptId);
    return answer;
  }

  /** The newest prompt of the tab is filled once the vault is open, unless it had its code already. */
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
        ? await pushToPage(prompt, 'fill', { promptId, code: answer.code, submit: answer.submit })
        : // What is no code is asked for again by the page script itself, at once or at its time.
          await pushToPage(prompt, 'wait', {
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
