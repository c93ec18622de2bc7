import { api } from './api.ts';
import { type CopiedText, isAnyCopied } from './copied-text.ts';

interface Offscreen {
  createDocument(parameters: {
    url: string;
    reasons: readonly string[];
    justification: string;
  }): Promise<void>;
  closeDocument(): Promise<void>;
  hasDocument(): Promise<boolean>;
}
declare const chrome: { readonly offscreen?: Offscreen } | undefined;

function findOffscreen(): Offscreen | undefined {
  return typeof chrome === 'object' ? chrome.offscreen : undefined;
}

/** Loads our offscreen document, which does its work at load and closes itself; one of before is closed. */
async function load(offscreen: Offscreen, hash: string, justification: string): Promise<void> {
  if (await offscreen.hasDocument()) await offscreen.closeDocument();
  const url = api.runtime.getURL(`/offscreen.html${hash}`);
  await offscreen.createDocument({ url, reasons: ['CLIPBOARD'], justification });
}

/**
 * Copies `text` while no page of ours is in front. Chromium's background has no
 * clipboard: there an offscreen document comes for the text, and 'fetched' says
 * that it will tell what came of it.
 */
export async function copyFromBackground(text: string): Promise<'copied' | 'fetched'> {
  const offscreen = findOffscreen();
  if (!offscreen) {
    await navigator.clipboard.writeText(text);
    return 'copied';
  }
  await load(offscreen, '#copy', 'Copies a code when the user presses the key for it');
  return 'fetched';
}

/**
 * Takes off the clipboard what `take` gives, and leaves what the user has copied
 * since. What is read is compared here, and goes nowhere else.
 *
 * It is overwritten with a space: copying an empty string leaves the old text
 * in place (measured). Chromium's background has no clipboard, so an offscreen
 * document of ours does it at load, takes the texts by a request of its own, and closes itself.
 */
export async function clearClipboard(take: () => Promise<readonly CopiedText[]>): Promise<void> {
  const offscreen = findOffscreen();
  if (offscreen) {
    await load(offscreen, '', 'Removes a copied code from the clipboard');
    return;
  }
  if (await isAnyCopied(await take(), await navigator.clipboard.readText())) {
    await navigator.clipboard.writeText(' ');
  }
}
