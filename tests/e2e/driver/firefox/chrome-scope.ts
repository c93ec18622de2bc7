/**
 * What only the browser itself can do: it runs with the rights of the browser's
 * own window (`--remote-allow-system-access`).
 */
import type { Browser } from 'puppeteer-core';
import { callIn, sendBidi } from './bidi.ts';
import { OLD_BROWSER_WINDOW, showOldBrowserWindow } from './old-browser-window.ts';

/** By their names in about:config. */
export type Preferences = Readonly<Record<string, string | number | boolean>>;

export const EXTENSION_ID = 'nightlatch@nightlatch.dev';

/** Begins every script here. Firefox 140 has the TabManager in place of the NavigableManager. */
const PRELUDE = `
  const shared = 'chrome://remote/content/shared/';
  let navigables;
  try {
    navigables = ChromeUtils.importESModule(shared + 'NavigableManager.sys.mjs').NavigableManager;
  } catch {
    navigables = ChromeUtils.importESModule(shared + 'TabManager.sys.mjs').TabManager;
  }
  const { extension } = WebExtensionPolicy.getByID('${EXTENSION_ID}') ?? {};
  const windows = [...Services.wm.getEnumerator('navigator:browser')];
`;

/**
 * Every page there is, with the toolbar popup's: BiDi knows tabs alone, and is
 * taught to find the popup's <browser> by its id.
 */
const PAGES = `
  const pages = windows.flatMap((window) =>
    [...window.gBrowser.tabs].map(({ linkedBrowser }) => ({ linkedBrowser, place: 'tab' })));
  for (const window of windows) {
    const popup = window.document.querySelector('browser.webextension-popup-browser');
    if (popup?.closest('panel')?.state !== 'open') continue;
    popup.permanentKey ??= new (Cu.getGlobalForObject(Services).Object)();
    if (!navigables.nightlatchFind) {
      const find = navigables.getBrowserById.bind(navigables);
      navigables.nightlatchFind = find;
      navigables.getBrowserById = (id) => {
        const known = find(id);
        if (known) return known;
        return [...Services.wm.getEnumerator('navigator:browser')]
          .map((one) => one.document.querySelector('browser.webextension-popup-browser'))
          .find((one) => one && navigables.getIdForBrowser(one) === id) ?? null;
      };
    }
    pages.push({ linkedBrowser: popup, place: 'toolbar-popup' });
  }
  return JSON.stringify(pages.map(({ linkedBrowser, place }) =>
    ({ context: navigables.getIdForBrowser(linkedBrowser), url: linkedBrowser.currentURI.spec, place })));
`;

export interface BrowserPage {
  readonly context: string;
  readonly url: string;
  readonly place: 'tab' | 'toolbar-popup';
}

interface WindowTree {
  readonly contexts: readonly { readonly context: string; readonly 'moz:scope'?: string }[];
}

/** The browser's own windows, from which everything here is done. */
export class ChromeScope {
  readonly #browser: Browser;
  /** Whether this Firefox ignores 'moz:scope', and was taught another way. */
  #isOld = false;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Runs the body of a function; `extension`, `navigables` and `windows` stand ready in it. */
  async run(body: string): Promise<string> {
    const source = `async () => { ${PRELUDE} ${body} }`;
    const { value } = await callIn(this.#browser, { context: await this.#window() }, source);
    return typeof value === 'string' ? value : '';
  }

  /** BiDi's name of a window of the browser; asked anew each time, because the one of before may be closed. */
  async #window(): Promise<string> {
    if (this.#isOld) return OLD_BROWSER_WINDOW;
    const { contexts } = await sendBidi<WindowTree>(this.#browser, 'browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    const [window] = contexts;
    if (!window) throw new Error('Firefox has no window');
    if (window['moz:scope'] === 'chrome') return window.context;
    await showOldBrowserWindow(this.#browser);
    this.#isOld = true;
    return OLD_BROWSER_WINDOW;
  }

  async pages(): Promise<readonly BrowserPage[]> {
    return JSON.parse(await this.run(PAGES)) as readonly BrowserPage[];
  }

  /** What the browser knows of the extension and its own windows, for the output of a test. */
  describe(): Promise<string> {
    return this.run(`return JSON.stringify({
      background: extension?.backgroundState,
      startupReason: extension?.startupReason,
      windows: windows.map((window) => ({
        started: window.gBrowserInit?.delayedStartupFinished,
        tabs: [...window.gBrowser.tabs].map(({ linkedBrowser }) => linkedBrowser.currentURI.spec),
      })),
    });`);
  }

  /** A press of our toolbar button in the window of that tab. */
  async pressToolbarButton(context: string): Promise<void> {
    await this.run(`
      const window = windows.find((one) => [...one.gBrowser.tabs].some(
        (tab) => navigables.getIdForBrowser(tab.linkedBrowser) === '${context}'));
      const { ExtensionParent } =
        ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    `);
  }

  /**
   * Ends the background, whatever it still does. An event that comes in between
   * keeps it alive: then gives 'alive', else 'ended'.
   */
  async terminateBackground(): Promise<string> {
    return this.run(`
      if (extension.backgroundState === 'stopped') return 'ended';
      let outcome = 'alive';
      extension.once('shutdown-background-script', () => { outcome = 'ended'; });
      await extension.terminateBackground({ disableResetIdleForTest: true });
      return outcome;
    `);
  }

  /** The text on the clipboard; '' where there is none. */
  readClipboard(): Promise<string> {
    return this.run(`
      const transfer = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
      transfer.init(null);
      transfer.addDataFlavor('text/plain');
      Services.clipboard.getData(transfer, Services.clipboard.kGlobalClipboard);
      const found = {};
      try {
        transfer.getTransferData('text/plain', found);
      } catch {
        return '';
      }
      return found.value.QueryInterface(Ci.nsISupportsString).data;
    `);
  }

  /** The shortcut of the command, whatever keys it has. */
  async giveCommand(name: string): Promise<void> {
    await this.run(`extension.shortcuts.onCommand('${name}');`);
  }

  /** Chooses from the menu of a right click, once it is open; then gives 'chosen'. */
  chooseInMenu(label: string): Promise<string> {
    return this.run(`
      for (const { document } of windows) {
        const menu = document.getElementById('contentAreaContextMenu');
        if (menu?.state !== 'open') continue;
        const item = [...menu.querySelectorAll('menuitem')]
          .find((one) => one.label === ${JSON.stringify(label)} && !one.hidden);
        if (item) {
          menu.activateItem(item);
          return 'chosen';
        }
        return [...menu.children].filter((one) => !one.hidden).map((one) => one.label).join('|');
      }
      return 'closed';
    `);
  }

  /**
   * Lets the extension run in private windows, as the user may in about:addons.
   * Firefox 140 does not do it at the installation, when BiDi asks for it.
   */
  async allowPrivateWindows(): Promise<void> {
    await this.run(`
      if (extension.privateBrowsingAllowed) return '';
      const { ExtensionPermissions } =
        ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const allowed = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
      await ExtensionPermissions.add('${EXTENSION_ID}', allowed, extension);
      await (await AddonManager.getAddonByID('${EXTENSION_ID}')).reload();
      return '';
    `);
  }

  /**
   * Tells the extension, as the browser does, that nobody has touched the computer
   * for as long as it asked to be told after; gives how long that is, in seconds.
   */
  async leaveComputer(): Promise<number> {
    const seconds = await this.run(`
      const { ExtensionParent } =
        ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const inScripts = (name) => Cu.evalInSandbox(name, ExtensionParent.apiManager.global);
      inScripts('getIdleObserver')(extension).observe(null, 'idle');
      return String(inScripts('idleObserversMap').get(extension).detectionInterval);
    `);
    return Number(seconds);
  }

  /**
   * Somebody has just touched the computer: without a display nobody ever does, and
   * an extension that asks for 15 minutes would hear of them in the middle of a run.
   */
  async touchComputer(): Promise<void> {
    await this.run(`
      Cc['@mozilla.org/widget/useridleservice;1']
        .getService(Ci.nsIUserIdleServiceInternal).resetIdleTimeOut(0);
    `);
  }

  /** Takes the extension away, with all that it has stored. */
  async uninstall(): Promise<void> {
    await this.run(`
      const { Management } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const cleaned = new Promise((resolve) => {
        Management.once('cleanupAfterUninstall', (_event, _id, tasks) =>
          resolve(Promise.allSettled(tasks.map(({ promise }) => promise))));
      });
      await (await AddonManager.getAddonByID('${EXTENSION_ID}')).uninstall();
      await cleaned;
    `);
  }

  /** Sets preferences of about:config; gives what they were before. */
  async setPreferences(preferences: Preferences): Promise<Preferences> {
    const before = await this.run(`
      const { Preferences } = ChromeUtils.importESModule('resource://gre/modules/Preferences.sys.mjs');
      const wanted = ${JSON.stringify(preferences)};
      const before = Object.fromEntries(Object.keys(wanted).map((name) => [name, Preferences.get(name)]));
      Preferences.set(wanted);
      return JSON.stringify(before);
    `);
    return JSON.parse(before) as Preferences;
  }
}
