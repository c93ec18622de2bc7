import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  launch as launchChromium,
  TargetType,
  type Browser,
  type Extension,
  type Page,
  type Target,
  type WebWorker,
} from 'puppeteer-core';
import type { Simulator } from '../../simulator/server.ts';
import { ensureChromium } from './browser.ts';
import type { Driven } from './driven.ts';
import { until, WAIT_MS } from './until.ts';

export interface LaunchOptions {
  /** Folder of the unpacked extension; default: what this run built. Several: the first one is driven. */
  readonly extension?: string | readonly string[];
  /** Every host name and port leads to 127.0.0.1 and one of these ports: the simulator is the whole internet. */
  readonly simulator?: Pick<Simulator, 'port' | 'localPort' | 'keyHashes'>;
  /** A profile to use again; it is then left in place by close(). */
  readonly profileDirectory?: string;
  readonly window?: 'headless' | 'visible';
  readonly args?: readonly string[];
}

/** The folder of the built extension: see build.ts. */
export function builtExtension(): string {
  return process.env['NIGHTLATCH_EXTENSION'] ?? path.resolve('.output/chrome-mv3');
}

function argumentsFor(options: LaunchOptions): string[] {
  const { simulator } = options;
  const everything =
    simulator === undefined
      ? ['MAP * ~NOTFOUND']
      : [`MAP nvr.local 127.0.0.1:${simulator.localPort}`, `MAP * 127.0.0.1:${simulator.port}`];
  const rules = [...everything, 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1'].join(', ');
  return [
    `--host-resolver-rules=${rules}`,
    // Chromium keeps nothing that came with a certificate it does not trust: each page would load all anew.
    simulator === undefined
      ? '--ignore-certificate-errors'
      : `--ignore-certificate-errors-spki-list=${simulator.keyHashes.join(',')}`,
    '--enable-unsafe-extension-debugging',
    // Else an http address silently becomes https, and a test of it proves nothing.
    '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    '--no-first-run',
    '--disable-quic',
    '--disable-sync',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--window-size=1280,860',
    '--lang=en-US',
    // Chromium's own sandbox does not work for root, which containers usually are.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.args ?? []),
  ];
}

/** What the DevTools protocol calls this target; undefined once it is gone. */
async function idOf(target: Target): Promise<string | undefined> {
  const session = await target.createCDPSession().catch(() => undefined);
  const answer = await session?.send('Target.getTargetInfo').catch(() => undefined);
  await session?.detach().catch(() => undefined);
  return answer?.targetInfo.targetId;
}

/** Runs in the page. */
function isOwnAndRead(): boolean {
  return location.protocol === 'chrome-extension:' && document.readyState !== 'loading';
}

/** A running Chromium with Nightlatch in it, and a profile of its own. */
export class DrivenBrowser implements Driven {
  readonly browser: Browser;
  readonly profileDirectory: string;
  readonly extension: Extension;
  readonly #ownsProfile: boolean;

  constructor(
    browser: Browser,
    extension: Extension,
    profileDirectory: string,
    ownsProfile: boolean,
  ) {
    this.browser = browser;
    this.extension = extension;
    this.profileDirectory = profileDirectory;
    this.#ownsProfile = ownsProfile;
  }

  get extensionId(): string {
    return this.extension.id;
  }

  urlOf(file: string): string {
    return `chrome-extension://${this.extension.id}/${file}`;
  }

  async newPage(url?: string): Promise<Page> {
    const page = await this.browser.newPage();
    if (url !== undefined) await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  }

  /**
   * A tab that begins at its address. One that is empty first, and then goes to a page of ours,
   * takes a process more, and twice the processor time. Behind the tab in front, it takes that one
   * for the page the user looks at.
   */
  async openOwn(file: string, place: 'in front' | 'behind' = 'in front'): Promise<Page> {
    const before = new Set(this.browser.targets());
    const session = await this.browser.target().createCDPSession();
    const { targetId } = await session.send('Target.createTarget', {
      url: this.urlOf(file),
      background: place === 'behind',
    });
    await session.detach();
    const target = await this.browser.waitForTarget(
      async (one) =>
        !before.has(one) && one.type() === TargetType.PAGE && (await idOf(one)) === targetId,
      { timeout: WAIT_MS },
    );
    // What browser.pages() gives, too: asPage() would make a second one of it.
    const page = await target.page();
    if (!page) throw new Error(`${file} did not open as a page`);
    await until(`${file} to be read`, async () =>
      // While its document takes the place of the tab's first one, none can be asked.
      (await page.evaluate(isOwnAndRead).catch(() => false)) ? true : undefined,
    );
    return page;
  }

  async openPopup(page: Page): Promise<Page> {
    await page.bringToFront();
    return until('a popup that stays open', async () => {
      const opened = this.waitForWindow('popup.html');
      await this.extension.triggerAction(page);
      const popup = await opened;
      const first = popup.waitForSelector('#app > *', { timeout: WAIT_MS }).catch(() => undefined);
      // The focus a tab gets by coming to the front may arrive late, and closes the popup.
      return (await first) === undefined && popup.isClosed() ? undefined : popup;
    });
  }

  async waitForWindow(file: string, timeoutMs = WAIT_MS): Promise<Page> {
    const target = await this.browser.waitForTarget(
      (one) => one.url().split(/[?#]/)[0] === this.urlOf(file) && !this.#seen.has(one),
      { timeout: timeoutMs },
    );
    this.#seen.add(target);
    const page = await target.asPage();
    // It may have been taken over before it left the empty document that a window begins with.
    await until(`the address of ${file}`, () => page.url() || undefined, timeoutMs);
    return page;
  }
  /** Windows already handed out: a popup that is about to close must not be found again. */
  readonly #seen = new WeakSet<Target>();

  #isWorker(target: Target): boolean {
    return target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(this.urlOf(''));
  }

  /** The background if it is alive. */
  findWorkerTarget(): Target | undefined {
    return this.browser.targets().find((one) => this.#isWorker(one));
  }

  /** The living background; waits for its next start when it is dead. */
  async worker(): Promise<WebWorker> {
    const target = await this.browser.waitForTarget((one) => this.#isWorker(one), {
      timeout: WAIT_MS,
    });
    const worker = await target.worker();
    if (!worker) throw new Error('the background has no worker');
    return worker;
  }

  /** Ends the background as the browser does after 30 idle seconds; the next event wakes it. */
  async killWorker(): Promise<void> {
    const target = this.findWorkerTarget();
    if (!target) return;
    // Chromium ignores the request while the worker is still starting: it is asked again until the worker is gone.
    await until('the background to be gone', async () => {
      const worker = await target.worker().catch(() => undefined);
      await worker?.close().catch(() => undefined);
      return this.browser.targets().includes(target) ? undefined : true;
    });
  }

  /** kill -9 of every process of this browser; the profile stays for the next launch or a grep. */
  async kill(): Promise<void> {
    const main = this.browser.process();
    if (!main?.pid) throw new Error('this browser was not started here');
    const exited = once(main, 'exit');
    // Puppeteer starts the browser as the leader of its own process group.
    process.kill(-main.pid, 'SIGKILL');
    await exited;
  }

  async close(): Promise<void> {
    if (this.browser.connected) await this.browser.close();
    if (this.#ownsProfile) await rm(this.profileDirectory, { recursive: true, force: true });
  }
}

/** Starts Chromium with the extension and waits until its background has registered its listeners. */
export async function launch(options: LaunchOptions = {}): Promise<DrivenBrowser> {
  const given = options.extension ?? builtExtension();
  const folders = (typeof given === 'string' ? [given] : given).map((one) => path.resolve(one));
  const profileDirectory = options.profileDirectory ?? (await newProfileDirectory());
  const browser = await launchChromium({
    executablePath: ensureChromium(),
    headless: options.window !== 'visible',
    pipe: true,
    enableExtensions: [...folders],
    userDataDir: profileDirectory,
    defaultViewport: null,
    // Nothing of a test is left in the user's folder of downloads; one that reads a file says where to.
    downloadBehavior: { policy: 'deny' },
    args: argumentsFor(options),
  });
  // The list lags behind the loading by a moment.
  const extension = await until('the extension in the list of extensions', async () =>
    [...(await browser.extensions()).values()].find((one) => one.path === folders[0]),
  );
  const driven = new DrivenBrowser(
    browser,
    extension,
    profileDirectory,
    options.profileDirectory === undefined,
  );
  await driven.worker();
  // The first start of a profile shows the welcome page; it must not take the front later.
  if (options.profileDirectory === undefined) {
    const welcome = await driven.waitForWindow('welcome.html');
    await welcome.close();
  }
  return driven;
}

/** An empty profile folder that outlives the browsers started on it; the caller removes it. */
export function newProfileDirectory(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'nightlatch-profile-'));
}
