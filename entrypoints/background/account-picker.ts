import { openPopup } from '../../lib/browser/action.ts';
import { sessionMemory } from '../../lib/browser/storage.ts';
import { isThere, placeOfTab } from '../../lib/browser/tabs.ts';
import {
  closeWindow,
  findBounds,
  focusWindow,
  onWindowClosed,
  openOwnWindow,
} from '../../lib/browser/windows.ts';
import { AppError } from '../../lib/errors.ts';
import { accountsToChoose } from '../../lib/policy/choose-account.ts';
import {
  isEndedBy,
  parseChooser,
  type Chooser as OpenChooser,
  type Happening,
} from '../../lib/policy/chooser.ts';
import type { Prompt } from '../../lib/policy/prompt.ts';
import { Queue } from '../../lib/policy/queue.ts';
import { centredOn, placedAtField } from '../../lib/policy/window-place.ts';
import type { FieldPlace } from '../../lib/protocol/page-messages.ts';
import type { PickerView } from '../../lib/protocol/views.ts';
import type { Core } from './core.ts';

const KEY = 'account-picker';
const WIDTH = 380;
/** px of the window's own title bar, of what is above and below the list, and of one account in it. */
const HEIGHT = { bar: 40, head: 76, foot: 44, row: 56, search: 52 };
/** More than this scroll, and can be searched. */
const ROWS_SHOWN = 7;

type Choices = Pick<PickerView, 'accounts' | 'others'>;

function sizeFor({ accounts, others }: Choices): {
  readonly width: number;
  readonly height: number;
} {
  const count = accounts.length;
  const { bar, head, foot, row, search } = HEIGHT;
  const rows = Math.min(count, ROWS_SHOWN) * row;
  return {
    width: WIDTH,
    height: bar + head + rows + (count > ROWS_SHOWN ? search : 0) + (others > 0 ? foot : 0),
  };
}

/**
 * Our small window at the field, in which the user chooses an account for one
 * prompt; at most one. In the page's own process there never is a list of
 * accounts. Which window it is, is kept in the session: the background may die
 * while the user thinks.
 */
export class Chooser {
  readonly #core: Core;
  /** Two presses at once must not open two windows. */
  readonly #queue = new Queue();

  constructor(core: Core) {
    this.#core = core;
    onWindowClosed((windowId) => void this.happened({ kind: 'window-closed', windowId }));
  }

  /** Opens it for this prompt, by the field if its place is known; one that is open goes to the front. */
  open(promptId: string, at?: FieldPlace): Promise<void> {
    return this.#queue.run(async () => {
      const prompt = await this.#core.prompts.find(promptId);
      if (!prompt) return;
      const choices = await this.#choicesFor(prompt);
      // Nothing to choose from here: the popup has all accounts, and how to get one.
      if (choices.accounts.length === 0) return void (await openPopup());
      const open = await this.#find();
      if (open?.promptId === promptId && (await focusWindow(open.windowId)) === 'focused') return;
      if (open) await closeWindow(open.windowId);
      const windowId = await openBy(prompt.tabId, sizeFor(choices), at);
      if (windowId === undefined) return;
      await sessionMemory.set(KEY, { windowId, promptId, tabId: prompt.tabId });
    });
  }

  /** What the window shows. Throws 'prompt-gone' when there is nothing left to choose. */
  view(): Promise<PickerView> {
    return this.#queue.run(async () => {
      const open = await this.#find();
      const prompt = open && (await this.#core.prompts.find(open.promptId));
      // A document may go without a word.
      if (!prompt || !(await isThere(prompt))) throw new AppError('prompt-gone');
      const { promptId, tabId } = open;
      const { host } = new URL(prompt.origin);
      return { promptId, tabId, host, ...(await this.#choicesFor(prompt)) };
    });
  }

  /** Throws 'prompt-gone' unless the open window is for this prompt. */
  async check(promptId: string): Promise<void> {
    const open = await this.#queue.run(() => this.#find());
    if (open?.promptId !== promptId) throw new AppError('prompt-gone');
  }

  /** Closes it, and gives the focus back to the page it was opened from. */
  leave(): Promise<void> {
    return this.#queue.run(async () => {
      const open = await this.#find();
      if (open) await close(open);
    });
  }

  /** Closes it if that leaves nothing to choose. */
  happened(happening: Happening): Promise<void> {
    return this.#queue.run(async () => {
      const open = await this.#find();
      if (!open || !isEndedBy(open, happening)) return;
      // Who closed the window himself is where he wants to be.
      if (happening.kind === 'window-closed') await sessionMemory.remove(KEY);
      else await close(open);
    });
  }

  async #find(): Promise<OpenChooser | undefined> {
    return parseChooser(await sessionMemory.get(KEY));
  }

  async #choicesFor({ tabId, siteId }: Prompt): Promise<Choices> {
    const all = await this.#core.vault.accounts('live');
    const signIn = await this.#core.signIns.find(String(tabId));
    const accounts = accountsToChoose(all, siteId, signIn?.identity);
    return { accounts, others: all.length - accounts.length };
  }
}

async function close({ windowId, tabId }: OpenChooser): Promise<void> {
  await sessionMemory.remove(KEY);
  await closeWindow(windowId);
  const place = await placeOfTab(tabId).catch(() => undefined);
  if (place?.windowId !== undefined) await focusWindow(place.windowId);
}

/** At the field, else in the middle of the browser's window, else wherever the browser likes. */
async function openBy(
  tabId: number,
  size: { readonly width: number; readonly height: number },
  at: FieldPlace | undefined,
): Promise<number | undefined> {
  const { windowId, zoom } = await placeOfTab(tabId);
  const browser = windowId === undefined ? undefined : await findBounds(windowId);
  const places = browser ? [centredOn(size, browser), size] : [size];
  if (browser && at) places.unshift(placedAtField(size, browser, at, zoom));
  for (const place of places) {
    try {
      return await openOwnWindow('/account-picker.html', place);
    } catch {
      // Too far off the screen for the browser: the next one.
    }
  }
  return undefined;
}
