/**
 * Overwrites the clipboard while it loads, and closes itself. An offscreen
 * document has no focus, so only the old commands work (measured: readText and
 * writeText are refused), and an empty string would copy nothing.
 *
 * With #compare the user lets us read the clipboard, and what is no longer our
 * text is left alone.
 */
import { isCopiedText } from '../../lib/browser/copied-text.ts';
import { ask } from '../../lib/protocol/client.ts';

const field = document.createElement('textarea');
document.body.append(field);

async function isStillOurs(): Promise<boolean> {
  field.focus();
  document.execCommand('paste');
  const found = field.value;
  const { copied } = await ask('clipboardCopied', {});
  return copied === undefined || isCopiedText(copied, found);
}

function overwrite(): void {
  field.value = ' ';
  field.select();
  document.execCommand('copy');
}

/**
 * ms before the document closes itself. Chromium's browser process takes what
 * was copied on a channel of the document's own, and drops what still waits there
 * when the document goes (seen at load 18: the clipboard kept its text).
 */
const CLOSES_AFTER_MS = 1_000;

if (location.hash !== '#compare' || (await isStillOurs())) overwrite();
setTimeout(() => window.close(), CLOSES_AFTER_MS);
