import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { ensureChromium } from '../../e2e/driver/browser.ts';
import type { ScreenName, ScreenState } from './screen-state.ts';
import type { Wording } from './wording.ts';

/** As the manifest says it for our pages: what breaks under it must break here. */
const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
  "connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

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

async function buildScreens(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-screens-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome133', modulePreload: false },
  });
  await writeFile(path.join(folder, 'axe.js'), axe.source);
  return folder;
}

async function serve(folder: string): Promise<{ server: Server; root: string }> {
  const server = createServer((request, response) => {
    void (async () => {
      const name = new URL(request.url ?? '/', 'http://localhost').pathname;
      const isScreen = name.endsWith('.html');
      const file = path.join(folder, isScreen ? 'index.html' : path.normalize(name));
      try {
        const body = await readFile(file);
        const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, {
          'content-type': type,
          'content-security-policy': CSP,
          // What the browser may keep it compiles only once.
          'cache-control': isScreen ? 'no-store' : 'max-age=3600',
        });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, root: `http://127.0.0.1:${address.port}/` };
}

/** The screens of the extension in a real Chromium, under their real CSP, without the extension. */
export class ScreenHarness {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #folder: string;
  readonly #root: string;
  #visits = 0;

  private constructor(browser: Browser, server: Server, folder: string, root: string) {
    this.#browser = browser;
    this.#server = server;
    this.#folder = folder;
    this.#root = root;
  }

  static async open(): Promise<ScreenHarness> {
    const folder = await buildScreens();
    const { server, root } = await serve(folder);
    const browser = await puppeteer.launch({
      executablePath: ensureChromium(),
      pipe: true,
      // Nothing of a test is left in the user's folder of downloads.
      downloadBehavior: { policy: 'deny' },
      args: [
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--lang=en-US',
        '--use-fake-device-for-media-stream',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    return new ScreenHarness(browser, server, folder, root);
  }

  async newPage(): Promise<Page> {
    const page = await this.#browser.newPage();
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

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
