/** A page of the site with a QR of its own whose card is in view, and what a page can do to it. */
import type { Page } from 'puppeteer-core';
import { encode } from 'uqr';
import { startSimulator } from '../../simulator/server.ts';
import { waitForControl } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english, PASSPHRASE } from '../driver/nightlatch.ts';
import type { Control, Point } from '../driver/page-view.ts';

export const SAVE = { role: 'button', name: english('offer_save') } as const;

/** A page with a card, and the middle of the button that saves. */
export interface CardPage {
  readonly page: Page;
  readonly button: Point;
  readonly label: string;
}

export interface NewQr {
  readonly label: string;
  readonly secret: string;
  readonly uri: string;
  /** Of its picture. */
  readonly address: string;
}

/** One browser with an open empty vault, in which any number of cards is shown. */
export class CardStage {
  readonly driven: DrivenBrowser;
  readonly own: Page;
  readonly close: () => Promise<void>;
  #count = 0;

  private constructor(driven: DrivenBrowser, own: Page, close: () => Promise<void>) {
    this.driven = driven;
    this.own = own;
    this.close = close;
  }

  static async open(): Promise<CardStage> {
    const simulator = await startSimulator({ config: { flow: 'G1' } });
    const driven = await launch({ simulator });
    const own = await driven.openOwn('options.html');
    await askAsOwnPage(own, 'createVault', { kind: 'passphrase', passphrase: PASSPHRASE });
    return new CardStage(driven, own, async () => {
      await driven.close();
      await simulator.stop();
    });
  }

  /** A new QR: one that is saved already would be offered in other words. */
  newQr(): NewQr {
    this.#count += 1;
    const label = `card-${this.#count}@example.com`;
    const digits = this.#count
      .toString(7)
      .replaceAll(/\d/g, (digit) => 'ABCDEFG'.charAt(Number(digit)));
    const secret = digits.padStart(32, 'Z');
    const uri = `otpauth://totp/TP-Link:${label}?secret=${secret}&issuer=TP-Link`;
    return { label, secret, uri, address: pictureOf(uri) };
  }

  async pageWithCard(): Promise<CardPage> {
    const { label, address } = this.newQr();
    const page = await this.pageWithQr(address);
    return { page, button: await getMiddle(await waitForControl(page, SAVE)), label };
  }

  async pageWithQr(address: string): Promise<Page> {
    // The stand-in's list of its pages: to load the portal takes twice the processor time.
    const page = await this.driven.newPage('https://vms.tplinkcloud.com/__sim/');
    await page.bringToFront();
    await page.evaluate((src) => {
      document.body.innerHTML = `<img width="200" height="200" src="${src}">`;
    }, address);
    return page;
  }

  /** As the page itself can measure it. */
  heightOfCard(page: Page): Promise<number | undefined> {
    return page.evaluate(
      () => document.querySelector('html > [popover]')?.getBoundingClientRect().height,
    );
  }

  /** The labels of the accounts in the vault. */
  async labels(): Promise<readonly string[]> {
    const accounts = await askAsOwnPage(this.own, 'accounts', { bin: 'live' });
    return (accounts as readonly { label: string }[]).map(({ label }) => label);
  }
}

/** A picture of a QR code with this text, as an address. */
export function pictureOf(uri: string): string {
  const { data, size } = encode(uri, { border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Throws where the control has no box. */
export async function getMiddle(control: Control): Promise<Point> {
  const middle = await control.middle();
  if (!middle) throw new Error(`${control.name} has no box`);
  return middle;
}
