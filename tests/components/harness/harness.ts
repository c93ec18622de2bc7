import type { Browser, Page } from 'puppeteer-core';
import type { ScreenName, ScreenState } from './screen-state.ts';
import type { Wording } from './wording.ts';

export interface ScreenRequest {
  readonly screen: ScreenName;
  readonly wording?: Wording;
  readonly state?: Partial<ScreenState>;
  /** CSS pixels; default 400 × 580 for the popup, 480 × 720 for windows. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly features?: Readonly<Record<string, string>>;
  /** The hash of the page's address, without #: the section of the settings. */
  readonly hash?: string;
}

/** The screens of the extension in a real Chromium, under their real CSP, without the extension. */
export class ScreenHarness {
  readonly #browser: Browser;
  readonly #root: string;
  readonly #opened: Page[] = [];
  #visits = 0;

  /** `root`: the address under which the screens are served. */
  constructor(browser: Browser, root: string) {
    this.#browser = browser;
    this.#root = root;
  }

  async newPage(): Promise<Page> {
    const page = await this.#browser.newPage();
    this.#opened.push(page);
    await this.#browser
      .defaultBrowserContext()
      .overridePermissions(this.#root, [
        'clipboard-read',
        'clipboard-write',
        'clipboard-sanitized-write',
      ]);
    return page;
  }

  /** A new page with the screen on it, once its first picture stands. The caller closes the page. */
  async show(request: ScreenRequest): Promise<Page> {
    const page = await this.newPage();
    await this.visit(page, request);
    await page.bringToFront();
    return page;
  }

  /** Loads the screen into a page, in place of another one, and waits for its first picture. */
  async visit(page: Page, request: ScreenRequest): Promise<void> {
    const { screen, wording = 'plain', state = {}, size, features = {}, hash = '' } = request;
    const usual = screen === 'popup' ? { width: 400, height: 580 } : { width: 480, height: 720 };
    await page.mouse.move(0, 0);
    await page.emulateMediaType();
    await page.setViewport(size ?? usual);
    await page.emulateMediaFeatures(
      Object.entries(features).map(([name, value]) => ({ name, value })),
    );
    this.#visits += 1;
    // Its number makes each address another: else a new hash alone would load nothing.
    const query = encodeURIComponent(
      JSON.stringify({ screen, wording, state, visit: this.#visits }),
    );
    // Under its own name: the popup's script looks whether it runs in the popup.
    await page.goto(`${this.#root}${screen}.html?${query}#${hash}`);
    await page.waitForSelector('#app > *');
  }

  /** Closes its pages; the browser stays for the next file. */
  async close(): Promise<void> {
    for (const page of this.#opened) if (!page.isClosed()) await page.close();
    await this.#browser.disconnect();
  }
}
