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
  parseOpenPicker,
  type OpenPicker,
  type PickerEvent,
} from '../../lib/policy/account-picker.ts';
import type { Prompt } from '../../lib/policy/prompt.ts';
import { Queue } from '../../lib/policy/queue.ts';
import { centredOn, placedAtField, type FieldPlace } from '../../lib/policy/window-place.ts';
import type { PickerView } from '../../lib/protocol/views.ts';
import type { Core } from './core.ts';
import { showPopup } from './popup-window.ts';

const KEY = 'account-picker';
const WIDTH = 380;
/** Heights in px: the window's own title bar, the parts above and below the list, and one account in the list. */
const HEIGHT = { bar: 40, head: 76, foot: 44, row: 56, search: 52 };
/** A longer list scrolls and has a search field. */
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
 * prompt. At most one is open. The page's own process never gets a list of
 * accounts. The window's id is kept in session memory, because the background
 * may be ended while the user thinks.
 */
export class AccountPicker {
  readonly #core: Core;
  /** The queue keeps two presses at once from opening two windows. */
  readonly #queue = new Queue();

  constructor(core: Core) {
    this.#core = core;
    onWindowClosed((windowId) => void this.handle({ kind: 'window-closed', windowId }));
  }

  /** Opens the picker for this prompt, at the field if its place is known. A picker that is open for it comes to the front. */
  open(promptId: string, at?: FieldPlace): Promise<void> {
    return this.#queue.run(async () => {
      const prompt = await this.#core.prompts.find(promptId);
      if (!prompt) return;
      const choices = await this.#choicesFor(prompt);
      // Without an account to choose, the popup shows how to get one.
      if (choices.accounts.length === 0) return showPopup(prompt.tabId);
      const open = await this.#find();
      if (open?.promptId === promptId && (await focusWindow(open.windowId)) === 'focused') return;
      if (open) await closeWindow(open.windowId);
      const windowId = await openBy(prompt.tabId, sizeFor(choices), at);
      if (windowId === undefined) return;
      await sessionMemory.set(KEY, { windowId, promptId, tabId: prompt.tabId });
    });
  }

  /** What the window shows. Throws 'prompt-gone' when nothing is left to choose. */
  view(): Promise<PickerView> {
    return this.#queue.run(async () => {
      const open = await this.#find();
      const prompt = open && (await this.#core.prompts.find(open.promptId));
      // A document may go without telling us.
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

  /** Closes the picker if `event` leaves nothing to choose. */
  handle(event: PickerEvent): Promise<void> {
    return this.#queue.run(async () => {
      const open = await this.#find();
      if (!open || !isEndedBy(open, event)) return;
      // A user who closed the window keeps the focus where it went.
      if (event.kind === 'window-closed') await sessionMemory.remove(KEY);
      else await close(open);
    });
  }

  async #find(): Promise<OpenPicker | undefined> {
    return parseOpenPicker(await sessionMemory.get(KEY));
  }

  async #choicesFor({ tabId, siteId }: Prompt): Promise<Choices> {
    const all = await this.#core.vault.accounts('live');
    const signIn = await this.#core.signIns.find(String(tabId));
    const accounts = accountsToChoose(all, siteId, signIn?.identity);
    return { accounts, others: all.length - accounts.length };
  }
}

async function close({ windowId, tabId }: OpenPicker): Promise<void> {
  await sessionMemory.remove(KEY);
  await closeWindow(windowId);
  const place = await placeOfTab(tabId).catch(() => undefined);
  if (place?.windowId !== undefined) await focusWindow(place.windowId);
}

/** Opens at the field, else in the middle of the browser's window, else wherever the browser puts it. */
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
      // The browser refuses a place too far off the screen; the next place is tried.
    }
  }
  return undefined;
}
