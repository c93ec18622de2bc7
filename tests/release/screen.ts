/** What a picture or a check of a screen begins with. */
import type { Page } from 'puppeteer-core';
import { clickControl } from '../e2e/driver/controls.ts';
import type { DrivenBrowser } from '../e2e/driver/launch.ts';
import { english } from '../e2e/driver/nightlatch.ts';
import type { Simulator } from '../simulator/server.ts';

export const POPUP = { width: 400, height: 580 };
export const WINDOW = { width: 460, height: 680 };
export const TAB = { width: 1000, height: 760 };
/** A page of a site, with something of ours in it. */
export const SITE = { width: 1000, height: 700 };

/** One page of ours in one state. */
export interface Screen {
  readonly name: string;
  /** The page, with its hash. */
  readonly file: string;
  readonly size: typeof TAB;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** One browser with Nightlatch at the stand-in for VMS Cloud, and a folder for the files of its user. */
export interface Stage {
  readonly driven: DrivenBrowser;
  readonly simulator: Simulator;
  readonly folder: string;
}

/** A state that takes more than one page of ours, reached as the user reaches it. */
export interface ReachedScreen {
  readonly name: string;
  readonly size: typeof TAB;
  /** Gives the page that shows it; all other tabs it opened may be closed afterwards. */
  readonly reach: (stage: Stage) => Promise<Page>;
}

type Key = Parameters<typeof english>[0];

export const button = (key: Key) => ({ role: 'button', name: english(key) });
/** Presses the button with these words. */
export const press = (page: Page, key: Key): Promise<void> => clickControl(page, button(key));
