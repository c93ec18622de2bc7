import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { ensureFirefox } from '../browser.ts';
import type { Driven } from '../driven.ts';
import { until, WAIT_MS } from '../until.ts';
import { contextOf, emitBidi, sendBidi } from './bidi.ts';
import { ChromeScope, type BrowserPage } from './chrome-scope.ts';
import { ADDRESS, preferencesFor, type FirefoxOptions } from './options.ts';

/** The folder of the extension built for Firefox: see build.ts. */
function builtForFirefox(): string {
  return process.env['NIGHTLATCH_FIREFOX_EXTENSION'] ?? path.resolve('.output/firefox-mv3');
}

/** A running Firefox with Nightlatch in it, and a profile of its own. */
export class FirefoxBrowser implements Driven {
  readonly browser: Browser;
  readonly scope: ChromeScope;
  readonly profileDirectory: string;
  readonly #options: FirefoxOptions;
  /** Contexts already handed out: a popup that is about to close must not be found again. */
  readonly #seen = new Set<string>();
  /** Toolbar popups that puppeteer was told of. */
  readonly #popups = new Set<string>();

  constructor(
    browser: Browser,
    scope: ChromeScope,
    profileDirectory: string,
    options: FirefoxOptions,
  ) {
    this.browser = browser;
    this.scope = scope;
    this.profileDirectory = profileDirectory;
    this.#options = options;
  }

  urlOf(file: string): string {
    return `moz-extension://${ADDRESS}/${file}`;
  }

  async newPage(url?: string): Promise<Page> {
    const page = await this.browser.newPage();
    if (url !== undefined) await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  }

  async openOwn(file: string): Promise<Page> {
    const page = await this.browser.newPage();
    // Firefox does not tell of the loading of an extension's page.
    await page.goto(this.urlOf(file), { waitUntil: [] });
    this.#seen.add(contextOf(page));
    await waitForMounted(page);
    return page;
  }

  async openPopup(page: Page): Promise<Page> {
    await page.bringToFront();
    return until('a popup that stays open', async () => {
      await this.scope.pressToolbarButton(contextOf(page));
      return this.waitForWindow('popup.html', 3_000).catch(() => undefined);
    });
  }

  async waitForWindow(file: string, timeoutMs = WAIT_MS): Promise<Page> {
    const page = await until(
      `a window with ${file}`,
      async () => {
        const found = (await this.#ownPages(file)).find(({ context }) => !this.#seen.has(context));
        if (!found) return undefined;
        this.#introduce(found);
        const pages = await this.browser.pages();
        return pages.find((one) => contextOf(one) === found.context);
      },
      timeoutMs,
    );
    this.#seen.add(contextOf(page));
    await waitForMounted(page);
    return page;
  }

  /** Whether one of our pages with this path is open. */
  async isOpen(file: string): Promise<boolean> {
    return (await this.#ownPages(file)).length > 0;
  }

  async killWorker(): Promise<void> {
    await until('the background to be gone', async () =>
      (await this.scope.terminateBackground()) === 'ended' ? true : undefined,
    );
  }

  /** Installs the extension, or puts it over the one that is there. */
  async install(extension = this.#options.extension ?? builtForFirefox()): Promise<void> {
    await sendBidi(this.browser, 'webExtension.install', {
      extensionData: { type: 'path', path: path.resolve(extension) },
      'moz:allowPrivateBrowsing': this.#options.privateWindows === 'allowed',
    });
    if (this.#options.privateWindows === 'allowed') await this.scope.allowPrivateWindows();
  }

  /**
   * Installs the extension for the first time and closes its welcome page, so that
   * it does not take the front later. Once in a few hundred starts it opened
   * nowhere, and nobody knows why yet: then Firefox's own state is written to the
   * test's output, and the extension installed anew.
   */
  async installFirst(): Promise<void> {
    await this.install();
    const welcome = await this.waitForWindow('welcome.html').catch(() => undefined);
    if (welcome) return welcome.close();
    console.warn(`no welcome page: ${await this.scope.describe()}`);
    return this.renew();
  }

  /**
   * As after the first installation: nothing is stored, nobody is signed in, one
   * empty tab is open. Firefox may still be closing a window of the extension
   * that was taken away, and then opens the welcome page of the new one nowhere:
   * it is installed anew until it has shown it.
   */
  async renew(): Promise<void> {
    const welcome = await until(
      'the welcome page of the extension',
      async () => {
        await this.#installAnew();
        return this.waitForWindow('welcome.html', 10_000).catch(() => undefined);
      },
      60_000,
    );
    await welcome.close();
  }

  async #installAnew(): Promise<void> {
    await this.scope.uninstall();
    // A window of its own, because one of ours that is still open shows no tabs.
    const kept = await this.browser.newPage({ type: 'window' });
    for (const page of await this.browser.pages()) if (page !== kept) await page.close();
    await this.signOutEverywhere();
    await this.scope.touchComputer();
    await this.install();
  }

  /** Every site forgets who was signed in. */
  async signOutEverywhere(): Promise<void> {
    await sendBidi(this.browser, 'storage.deleteCookies', {});
  }

  /** kill -9 of every process of this browser; the profile stays for the next launch or a grep. */
  async kill(): Promise<void> {
    const main = this.browser.process();
    if (!main?.pid) throw new Error('this browser was not started here');
    const exited = once(main, 'exit');
    // Puppeteer starts the browser as the leader of its own process group.
    process.kill(-main.pid, 'SIGKILL');
    await exited;
    // Puppeteer now puts back the preferences it had set aside; a start in between would miss them.
    await until('the preferences as they were', async () => {
      const names = await readdir(this.profileDirectory);
      return names.some((name) => name.endsWith('.puppeteer')) ? undefined : true;
    });
  }

  async close(): Promise<void> {
    if (this.browser.connected) await this.browser.close();
    if (this.#options.profileDirectory !== undefined) return;
    await rm(this.profileDirectory, { recursive: true, force: true });
  }

  async #ownPages(file: string): Promise<readonly BrowserPage[]> {
    const pages = await this.scope.pages();
    return pages.filter(({ url }) => url.split(/[?#]/)[0] === this.urlOf(file));
  }

  /** Puppeteer learns of tabs from the browser, of a toolbar popup from here. */
  #introduce({ context, url, place }: BrowserPage): void {
    if (place === 'tab' || this.#popups.has(context)) return;
    this.#popups.add(context);
    emitBidi(this.browser, 'browsingContext.contextCreated', {
      context,
      url,
      parent: null,
      userContext: 'default',
      originalOpener: null,
      clientWindow: 'toolbar',
      children: [],
    });
  }
}

async function waitForMounted(page: Page): Promise<void> {
  await until('a page of ours that has drawn', async () => {
    const drawn = page.evaluate(() => document.querySelector('#app > *') !== null);
    return (await drawn.catch(() => false)) || undefined;
  });
}

/** Starts Firefox with the extension and waits until its background has run. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<FirefoxBrowser> {
  const profileDirectory =
    options.profileDirectory ?? (await mkdtemp(path.join(tmpdir(), 'nightlatch-firefox-')));
  const browser = await launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    userDataDir: profileDirectory,
    args: ['--remote-allow-system-access', '--width=1280', '--height=860'],
    // Firefox refuses a home of another user's.
    env: { ...process.env, HOME: profileDirectory },
    extraPrefsFirefox: preferencesFor(options),
  });
  const scope = new ChromeScope(browser);
  const driven = new FirefoxBrowser(browser, scope, profileDirectory, options);
  // Where every window is private, the extension is installed before it may open a page in one.
  await (options.privateWindows === undefined ? driven.installFirst() : driven.install());
  return driven;
}
