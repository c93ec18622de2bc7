/** A page that asks for codes in front of the real decisions; what the browser stores is in memory. */
import { expect, vi } from 'vitest';
import type { AccountPicker } from '../../entrypoints/background/account-picker.ts';
import type { Core } from '../../entrypoints/background/core.ts';
import { Prompts } from '../../entrypoints/background/prompts.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import type { GivenCode } from '../../lib/policy/given-codes.ts';
import type { PromptFacts } from '../../lib/policy/prompt-memory.ts';
import { Queue } from '../../lib/policy/queue.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';
import { accountOfSite, codeOfStep, fakeCore, givenCode, PAGE, STEP_MS } from './fake-core.ts';

const values = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../lib/browser/site-values.ts', () => ({
  readSiteValue: async (key: string) => {
    const value = values.get(key);
    if (value instanceof Error) throw value;
    return value;
  },
  writeSiteValue: async (key: string, value: unknown) => void values.set(key, value),
}));
vi.mock('../../lib/browser/storage.ts', () => ({
  sessionMemory: {
    get: async (): Promise<undefined> => undefined,
    set: async () => undefined,
    remove: async () => undefined,
  },
}));
vi.mock('../../entrypoints/background/copied-texts.ts', () => ({
  clearCopiedAt: async () => undefined,
}));
vi.mock('../../lib/browser/scripting.ts', () => ({ inject: async () => undefined }));
const pushes = vi.hoisted((): string[] => []);
vi.mock('../../entrypoints/background/push-to-page.ts', () => ({
  pushToPage: async (_to: unknown, push: string, { promptId }: { promptId: string }) => {
    pushes.push(`${push} ${promptId}`);
    return 'gone';
  },
}));
vi.mock('../../entrypoints/background/unlock-window.ts', () => ({
  openUnlockWindow: async () => undefined,
}));

export const SENDER: PageSender = { ...PAGE, url: `${PAGE.origin}/login/4711/code` };

export const doubtful: PromptFacts = {
  verdict: 'offer',
  boxes: 1,
  maxLength: 6,
  type: 'text',
  signals: ['length 6', 'own: code'],
  complaint: 'none',
  readiness: 'ready',
};
export const sure: PromptFacts = { ...doubtful, verdict: 'fill' };

type Handlers = Prompts['handlers'];
type Outcome = Parameters<Handlers['promptOutcome']>[0]['outcome'];

export class AskingPage {
  nowMs = 1_800_000_000_000;
  readonly core: Core;
  readonly handlers: Handlers;
  readonly prompts: Prompts;
  readonly accounts: AccountView[];
  vaultState = 'open';
  /** What was pushed to the page, which is gone each time. */
  readonly pushes = pushes;
  /** How many codes by counter were given. */
  counted = 0;
  #count = 0;

  constructor(account: AccountView = accountOfSite('maria')) {
    this.forgetStored();
    pushes.length = 0;
    this.accounts = [account];
    const vault = {
      state: async () => this.vaultState,
      accounts: async () => this.accounts,
      nextCode: async () => ({ digits: '755224', counter: this.counted++ }),
      codeAt: async (_id: string, atMs: number) =>
        codeOfStep(String(Math.floor(atMs / STEP_MS)), atMs),
    };
    this.core = fakeCore(vault, () => this.nowMs);
    this.prompts = this.startBackground();
    ({ handlers: this.handlers } = this.prompts);
  }

  /** A background, over what outlives the one before. */
  startBackground(): Prompts {
    const picker = { handle: async () => undefined } as unknown as AccountPicker;
    return new Prompts(this.core, new Queue(), picker);
  }

  /** The code of this step, as one that the site was given. */
  codeNow(): GivenCode {
    return givenCode(Math.floor(this.nowMs / STEP_MS));
  }

  get promptId(): string {
    return `prompt-${this.#count}`;
  }

  /** The page asks once more, in the same log-in. */
  nextPrompt(): void {
    this.#count += 1;
  }

  /** The key of the signatures cannot be read any more. */
  damageKey(): void {
    values.set('prompt-signature-key', new Error('not readable'));
  }

  /** What this browser has stored, the key of its hashes included, is gone. */
  forgetStored(): void {
    values.clear();
  }

  /** Every visit is of its own step: a code is given once. */
  async visit(facts: PromptFacts, from = SENDER): Promise<string> {
    this.nowMs += 2 * STEP_MS;
    this.nextPrompt();
    await this.handlers.signInInput({ identity: 'maria@example.com' }, from);
    return this.see(facts, from);
  }

  async see(facts: PromptFacts, from = SENDER): Promise<string> {
    return (await this.handlers.promptReport({ promptId: this.promptId, facts }, from)).kind;
  }

  async press(): Promise<string> {
    return (await this.handlers.promptTake({ promptId: this.promptId, press: 'fill' }, SENDER))
      .kind;
  }

  async end(...outcomes: readonly Outcome[]): Promise<void> {
    for (const outcome of outcomes) {
      await this.handlers.promptOutcome({ promptId: this.promptId, outcome }, SENDER);
    }
  }

  async takeOffer(facts: PromptFacts): Promise<void> {
    expect(await this.visit(facts)).toBe('offer');
    expect(await this.press()).toBe('fill');
    await this.end('filled', 'sent-and-gone');
  }
}
