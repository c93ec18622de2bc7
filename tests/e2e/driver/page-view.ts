import type { Page } from 'puppeteer-core';

export interface ControlQuery {
  /** ARIA role, such as 'button' or 'textbox'. */
  readonly role: string;
  readonly name: string | RegExp;
}

export interface Control {
  readonly name: string;
  readonly disabled: boolean;
  /** Middle of the control, or undefined while it has no box. */
  middle(): Promise<Point | undefined>;
}

/** In CSS px of the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What each browser shows of a page by a way of its own: all of it, closed shadow roots included. */
export interface PageView {
  /** Every control of the top document and its same-process frames that matches, in tree order. */
  findControls(page: Page, query: ControlQuery): Promise<readonly Control[]>;
  /** All text of the page as the DOM holds it, closed shadow roots and same-process frames included. */
  readText(page: Page): Promise<string>;
}
