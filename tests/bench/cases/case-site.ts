import type { HTTPRequest, Page } from 'puppeteer-core';

/** A host of VMS Cloud, where the extension may fill. */
const ORIGIN = 'https://vms.tplinkcloud.com';
const LOGIN = '/login';
const PROMPT = '/prompt';
const PASSWORD = 'a password of twenty';

/** What the site answers to one test page. */
export interface Scenery {
  /** The body of the page after the log-in. */
  readonly html: string;
  /** Paths that a code is sent to, and how late they answer. */
  readonly slowMs?: number;
}

/** Everything the pages sent to paths other than the log-in's. */
export interface Sent {
  readonly path: string;
  readonly body: string;
}

/**
 * A site of ours that consists of one log-in and one page of the case's own.
 * The browser's requests are answered by the driver, so no server and no
 * certificate is needed, and each tab has a site of its own.
 */
export class CaseSite {
  /** A tab at the page after the log-in, or at the page itself without one. */
  async open(page: Page, scenery: Scenery, email: string | undefined): Promise<readonly Sent[]> {
    const sent: Sent[] = [];
    await page.setRequestInterception(true);
    page.on('request', (request) => void answer(request, scenery, sent).catch(() => undefined));
    if (email === undefined) {
      await page.goto(ORIGIN + PROMPT);
      return sent;
    }
    await page.goto(ORIGIN + LOGIN);
    await page.locator('[name=email]').click();
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await Promise.all([
      page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
      page.keyboard.press('Enter'),
    ]);
    return sent;
  }
}

const LOGIN_HTML = `<h1>Log in</h1><form method="post" action="${PROMPT}">
<label>Email <input name="email" type="email" autocomplete="username"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
<button>Log in</button></form>`;

function documentOf(body: string): string {
  return `<!doctype html><html><meta charset="utf-8"><title>Case</title><link rel="icon" href="data:,"><body>${body}`;
}

async function answer(request: HTTPRequest, scenery: Scenery, sent: Sent[]): Promise<void> {
  const { pathname, origin } = new URL(request.url());
  if (origin !== ORIGIN) return request.abort();
  const page = (html: string) =>
    request.respond({ contentType: 'text/html; charset=utf-8', body: documentOf(html) });
  if (pathname === LOGIN) return page(LOGIN_HTML);
  if (pathname === PROMPT) return page(scenery.html);
  if (request.method() === 'POST') sent.push({ path: pathname, body: request.postData() ?? '' });
  await new Promise((resolve) => setTimeout(resolve, scenery.slowMs ?? 0));
  if (pathname.startsWith('/api/'))
    return request.respond({ contentType: 'application/json', body: '{"ok":true}' });
  return page('<h1>Devices</h1><p>Everything is online.</p>');
}
