import type { Page } from 'puppeteer-core';
import { until } from '../driver/until.ts';
import { isAlike } from './is-alike.ts';
import { runTrick } from './trick-press.ts';

/** ms for it to look as before; a trick that takes longer is tried again on a page of its own. */
const SAME_MS = 2_000;

/** The card or the badge, and how its picture is taken. */
interface Subject {
  /** A new page that shows it. */
  readonly open: () => Promise<Page>;
  readonly picture: (page: Page) => Promise<Uint8Array>;
  /** The picture once it no longer changes. */
  readonly pictureAtRest: (page: Page) => Promise<Uint8Array>;
}

/**
 * One card or badge for many tricks that are only styles: each is taken back before the next. A
 * page of its own for each of them would cost ten times as much.
 */
export class SharedLook {
  readonly #subject: Subject;
  #page: Page | undefined;
  #before: Uint8Array | undefined;

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  /** Whether it looks as before under this trick. After 'no' the next trick gets a new page. */
  async looksAsBefore(script: string): Promise<'yes' | 'no'> {
    const page = this.#page ?? (await this.#open());
    const isSame = async (): Promise<true | undefined> =>
      this.#before && isAlike(await this.#subject.picture(page), this.#before) ? true : undefined;
    await page.evaluate(REMEMBER);
    await runTrick(page, script);
    const same = await until('the same picture', isSame, SAME_MS).catch(() => undefined);
    await page.evaluate(TAKE_BACK);
    if (same) return 'yes';
    await page.close();
    this.#page = undefined;
    return 'no';
  }

  async #open(): Promise<Page> {
    const page = await this.#subject.open();
    this.#before = await this.#subject.pictureAtRest(page);
    this.#page = page;
    return page;
  }
}

const HOST = `document.querySelector('html > [popover]')`;
const REMEMBER = `window.before = { style: ${HOST}.style.cssText, sheets: new Set(document.querySelectorAll('style')) }`;
const TAKE_BACK = `{
  ${HOST}.style.cssText = window.before.style;
  for (const sheet of document.querySelectorAll('style')) if (!window.before.sheets.has(sheet)) sheet.remove();
}`;
