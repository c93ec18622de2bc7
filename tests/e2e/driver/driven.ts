import type { Page } from 'puppeteer-core';

/** What tests do with a browser that has Nightlatch in it, whichever browser it is. */
export interface Driven {
  /** Address of a file of the extension. */
  urlOf(file: string): string;
  newPage(url?: string): Promise<Page>;
  /** One of our own pages in a tab, such as 'options.html'. */
  openOwn(file: string): Promise<Page>;
  /** A press of the toolbar button while `page` is the tab in front: grants activeTab and opens the real popup. */
  openPopup(page: Page): Promise<Page>;
  /** The next or already open page of ours whose path is `file`, whatever its query. */
  waitForWindow(file: string, timeoutMs?: number): Promise<Page>;
  /** Ends the background as the browser does when it is idle; the next event wakes it. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}
