/**
 * Firefox 140, the oldest one that Nightlatch runs in, tells BiDi of tabs alone
 * ('moz:scope' came later), does not find the element that holds a frame, which
 * puppeteer asks for before each press in one, and calls a press failed that
 * closes its page. A page of the browser's own, about:config, has the browser's
 * rights, and from there BiDi is taught to call functions in the browser's
 * window, and the other two as later versions do them. This can go with support
 * for Firefox 140.
 */
import type { Browser } from 'puppeteer-core';
import { callIn, contextOf, sendBidi } from './bidi.ts';

/** What BiDi is taught to call the browser's window. */
export const OLD_BROWSER_WINDOW = 'browser-window';

/** Runs in a sandbox of its own: what about:config itself defines ends with that page. */
const LESSON = `
  const { script } =
    ChromeUtils.importESModule('chrome://remote/content/webdriver-bidi/modules/root/script.sys.mjs');
  const { Services, Cu } = Components.utils.getGlobalForObject(script);
  const { callFunction } = script.prototype;
  script.prototype.callFunction = async function (call) {
    if (call.target.context !== '${OLD_BROWSER_WINDOW}') return callFunction.call(this, call);
    const window = Services.wm.getMostRecentWindow('navigator:browser');
    const sandbox = new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false });
    const value = await Cu.evalInSandbox('(' + call.functionDeclaration + ')()', sandbox);
    return { type: 'success', result: { type: 'string', value } };
  };

  const { browsingContext } = ChromeUtils.importESModule(
    'chrome://remote/content/webdriver-bidi/modules/root/browsingContext.sys.mjs');
  const { locateNodes } = browsingContext.prototype;
  browsingContext.prototype.locateNodes = async function (search) {
    if (search.locator.type !== 'context') return locateNodes.call(this, search);
    const locator = { type: 'css', value: 'iframe, frame' };
    const { nodes } = await locateNodes.call(this, { ...search, locator });
    for (const node of nodes) {
      const { result } = await this.messageHandler.handleCommand({
        moduleName: 'script',
        commandName: 'callFunction',
        destination: { type: 'ROOT' },
        params: {
          functionDeclaration: '(frame) => frame.contentWindow',
          arguments: [{ sharedId: node.sharedId }],
          awaitPromise: false,
          target: { context: search.context },
        },
      });
      if (result?.value?.context === search.locator.value.context) return { nodes: [node] };
    }
    return { nodes: [] };
  };

  const { input } =
    ChromeUtils.importESModule('chrome://remote/content/webdriver-bidi/modules/root/input.sys.mjs');
  const { performActions } = input.prototype;
  input.prototype.performActions = async function (actions) {
    try {
      await performActions.call(this, actions);
    } catch (thrown) {
      if (thrown.name !== 'DiscardedBrowsingContextError') throw thrown;
    }
  };
`;

/** BiDi's part in a page is registered for tabs alone; anew, it is in the toolbar popup, too. */
const REGISTER_EVERYWHERE = `async () => {
  const frames =
    'chrome://remote/content/shared/messagehandler/transports/js-window-actors/MessageHandlerFrame';
  ChromeUtils.unregisterWindowActor('MessageHandlerFrame');
  ChromeUtils.registerWindowActor('MessageHandlerFrame', {
    parent: { esModuleURI: frames + 'Parent.sys.mjs' },
    child: {
      esModuleURI: frames + 'Child.sys.mjs',
      events: { DOMWindowCreated: {}, pagehide: {}, pageshow: {} },
    },
    allFrames: true,
  });
}`;

export async function showOldBrowserWindow(browser: Browser): Promise<void> {
  const [page] = await browser.pages();
  if (!page) throw new Error('Firefox has no tab');
  const context = contextOf(page);
  const address = page.url();
  const go = (url: string): Promise<unknown> =>
    sendBidi(browser, 'browsingContext.navigate', { context, url, wait: 'complete' });
  await go('about:config');
  await sendBidi(browser, 'script.evaluate', {
    expression: `Cu.evalInSandbox(${JSON.stringify(LESSON)}, new Cu.Sandbox(
      Services.scriptSecurityManager.getSystemPrincipal(),
      { wantGlobalProperties: ['ChromeUtils'] }))`,
    awaitPromise: false,
    target: { context },
  });
  await go(address);
  await callIn(browser, { context: OLD_BROWSER_WINDOW }, REGISTER_EVERYWHERE);
}
