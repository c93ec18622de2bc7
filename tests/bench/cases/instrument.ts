import { Secret, TOTP } from 'otpauth';
import type { Page } from 'puppeteer-core';
import { decodeGrey } from '../../../lib/qr/decode.ts';
import type { QrModules, ScanResult } from '../../../lib/protocol/views.ts';
import type { DrivenBrowser } from '../../e2e/driver/launch.ts';
import { askAsOwnPage, PASSPHRASE } from '../../e2e/driver/nightlatch.ts';
import type { CaseSite } from './case-site.ts';

/** What all kinds of cases are run with. */
export interface Instrument {
  readonly driven: DrivenBrowser;
  /** One of our own pages, from which the background is asked. */
  readonly own: Page;
  readonly site: CaseSite;
  /** ms in which a genuine prompt is filled on this machine, with room to spare. */
  readonly settleMs: number;
}

/** What the background reads in a text, as a scanned QR code or a paste brings it. */
export async function resultsOf(own: Page, text: string): Promise<readonly ScanResult[]> {
  return (await askAsOwnPage(own, 'readText', { text })) as readonly ScanResult[];
}

/** Saves a scan under the names it was read with; gives the id of its account. */
async function saveScan(
  own: Page,
  scan: { readonly scanId: string; readonly issuer: string; readonly label: string },
): Promise<string> {
  const { scanId, issuer, label } = scan;
  const ask = { scanId, issuer, label, duplicate: 'keep-both' };
  return ((await askAsOwnPage(own, 'saveScan', ask)) as { readonly id: string }).id;
}

/** Forgets an account for good, so that the next case may bring its secret again. */
export async function forgetAccount(own: Page, id: string): Promise<void> {
  await askAsOwnPage(own, 'accountBin', { id });
  await askAsOwnPage(own, 'accountDelete', { id });
}

/** The set-up link that a scan is saved as, read from the QR code that our own page would show. */
export async function linkOfScan(
  own: Page,
  scan: { readonly scanId: string; readonly issuer: string; readonly label: string },
): Promise<URL> {
  const id = await saveScan(own, scan);
  try {
    return await linkOf(own, id);
  } finally {
    await forgetAccount(own, id);
  }
}

/** The set-up link of a saved account. */
async function linkOf(own: Page, id: string): Promise<URL> {
  const proof = { kind: 'passphrase', passphrase: PASSPHRASE };
  const { qr } = (await askAsOwnPage(own, 'showQr', { id, proof })) as { readonly qr: QrModules };
  const quiet = 4;
  const scale = 4;
  const side = (qr.size + 2 * quiet) * scale;
  const data = new Uint8Array(side * side).fill(255);
  for (let y = 0; y < side; y += 1) {
    const row = qr.rows[Math.floor(y / scale) - quiet];
    for (let x = 0; x < side; x += 1) {
      if (row?.[Math.floor(x / scale) - quiet]) data[y * side + x] = 0;
    }
  }
  const [found] = decodeGrey({ width: side, height: side, data });
  if (!found) throw new Error('The QR code of the saved account cannot be read.');
  return new URL(found.text);
}

/** The bytes of the link's secret. */
export function secretOf(link: URL): Secret {
  return Secret.fromBase32(link.searchParams.get('secret') ?? '');
}

/** The code of the link at a Unix time, computed apart from the extension. */
export function codeOf(link: URL, atMs: number): string {
  return new TOTP({
    secret: secretOf(link),
    algorithm: link.searchParams.get('algorithm') ?? 'SHA1',
    digits: Number(link.searchParams.get('digits')),
    period: Number(link.searchParams.get('period')),
  }).generate({ timestamp: atMs });
}
