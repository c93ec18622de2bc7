import { copyFromBackground } from '../../lib/browser/clipboard.ts';
import { words } from '../../lib/browser/i18n.ts';
import { openOwnTab } from '../../lib/browser/lifecycle.ts';
import { notify } from '../../lib/browser/notifications.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';
import { CLIPBOARD_CLEAR_MS } from '../../lib/limits.ts';
import { sortAccounts } from '../../lib/otp/account-order.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { Queue } from '../../lib/policy/queue.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import { clearCopiedAt } from './copied-texts.ts';
import type { Core } from './core.ts';
import { noteUsed } from './recent-accounts.ts';
import { openUnlockWindow } from './unlock-window.ts';

/** When the command was given while the vault was locked, Unix time in ms. */
const WAITING = 'copy-after-unlock';
/** An unlocking later than this, ms, is not for the sake of the command any more. */
const WAITS_MS = 2 * 60_000;
/** ms within which the document that copies has told what came of it. */
const ANSWER_MS = 5_000;

type Outcome = Parameters<OwnHandlers['clipboardWritten']>[0]['outcome'];

interface Writing {
  readonly text: string;
  readonly tell: (outcome: Outcome) => void;
}

/**
 * The account whose code the command copies: the first pinned one, or the only
 * one. Never one by counter, because a key hit by mistake would use up a code.
 */
function findAccount(accounts: readonly AccountView[]): AccountView | undefined {
  const timed = sortAccounts(accounts, []).filter(({ type }) => type !== 'hotp');
  const [first, ...others] = timed;
  if (others.length === 0) return first;
  return timed.find(({ pinned }) => pinned === 'pinned');
}

/** The keyboard command that copies a code, also while another program has the focus. */
export class CopyCommand {
  readonly #core: Core;
  /** Two presses at once must not open two documents. */
  readonly #queue = new Queue();
  /** What the document that copies comes for. */
  #writing: Writing | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  readonly handlers: Pick<OwnHandlers, 'clipboardWanted' | 'clipboardWritten'> = {
    clipboardWanted: () => (this.#writing ? { text: this.#writing.text } : {}),
    clipboardWritten: ({ outcome }) => this.#writing?.tell(outcome),
  };

  /** Copies at once, or after the unlocking that it asks for. */
  run(): Promise<void> {
    return this.#queue.run(async () => {
      const { access } = await this.#core.vault.status();
      if (access !== 'none') return this.#copy();
      await sessionMemory.set(WAITING, this.#core.nowMs());
      await openUnlockWindow();
    });
  }

  /** To be called after the vault was opened. */
  continueAfterUnlock(): Promise<void> {
    return this.#queue.run(async () => {
      const sinceMs = await sessionMemory.get(WAITING);
      await this.forget();
      if (typeof sinceMs !== 'number' || this.#core.nowMs() - sinceMs > WAITS_MS) return;
      await this.#copy();
    });
  }

  /** To be called when the user did not unlock. */
  forget(): Promise<void> {
    return sessionMemory.remove(WAITING);
  }

  async #copy(): Promise<void> {
    const { vault, language } = this.#core;
    await language.ready();
    const account = findAccount(await vault.accounts('live'));
    // The settings say what to do first, also to somebody who allows no notifications.
    if (!account) return openOwnTab('/options.html#appearance');
    const code = await vault.codeAt(account.id, this.#core.nowMs());
    // Before it is copied: what was once on the clipboard is cleared, whatever happens next.
    await clearCopiedAt(this.#core.nowMs() + CLIPBOARD_CLEAR_MS, code.digits);
    if ((await this.#write(code.digits)) === 'refused') {
      return notify(words('notice_not_copied'), words('notice_not_copied_what'));
    }
    void noteUsed(this.#core, account.id);
    const left = Math.max(0, Math.round((code.endMs - this.#core.nowMs()) / 1000));
    await notify(words('notice_copied'), words('notice_copied_what', left));
  }

  async #write(text: string): Promise<Outcome> {
    const answered = new Promise<Outcome>((resolve) => {
      this.#writing = { text, tell: resolve };
    });
    const late = new Promise<Outcome>((resolve) => {
      setTimeout(() => resolve('refused'), ANSWER_MS);
    });
    try {
      const copied = await copyFromBackground(text);
      return copied === 'copied' ? copied : await Promise.race([answered, late]);
    } catch {
      return 'refused';
    } finally {
      this.#writing = undefined;
    }
  }
}
