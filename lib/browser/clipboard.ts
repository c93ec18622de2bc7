import { api } from './api.ts';

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
 * Overwrites the clipboard with a space: copying an empty string leaves the
 * old text in place (measured). Chromium's background has no clipboard, so an
 * offscreen document of ours does it at load and is closed again.
 */
export async function overwriteClipboard(): Promise<void> {
  const offscreen = typeof chrome === 'object' ? chrome.offscreen : undefined;
  if (!offscreen) {
    await navigator.clipboard.writeText(' ');
    return;
  }
  if (await offscreen.hasDocument()) await offscreen.closeDocument();
  await offscreen.createDocument({
    url: api.runtime.getURL('/offscreen.html'),
    reasons: ['CLIPBOARD'],
    justification: 'Removes a copied code from the clipboard',
  });
  await offscreen.closeDocument();
}
