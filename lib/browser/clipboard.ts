import { api } from './api.ts';
import { clipboardReading } from './clipboard-permission.ts';
import { isCopiedText, type CopiedText } from './copied-text.ts';

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

/**
 * Takes what we have copied off the clipboard. Where the user lets us read the
 * clipboard, only if it still holds `copied`; else whatever it holds.
 *
 * It is overwritten with a space: copying an empty string leaves the old text
 * in place (measured). Chromium's background has no clipboard, so an offscreen
 * document of ours does it at load and closes itself.
 */
export async function clearClipboard(copied: CopiedText | undefined): Promise<void> {
  const isCompared = copied !== undefined && (await clipboardReading()) === 'granted';
  const offscreen = typeof chrome === 'object' ? chrome.offscreen : undefined;
  if (!offscreen) {
    if (isCompared && !(await isCopiedText(copied, await navigator.clipboard.readText()))) return;
    await navigator.clipboard.writeText(' ');
    return;
  }
  if (await offscreen.hasDocument()) await offscreen.closeDocument();
  await offscreen.createDocument({
    url: api.runtime.getURL(isCompared ? '/offscreen.html#compare' : '/offscreen.html'),
    reasons: ['CLIPBOARD'],
    justification: 'Removes a copied code from the clipboard',
  });
}
