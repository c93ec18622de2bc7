/**
 * Clears the clipboard while it loads, if it still holds our text, and closes
 * itself. An offscreen document has no focus, so only the old commands work
 * (measured: readText and writeText are refused), and an empty string would copy
 * nothing.
 *
 * With #copy it puts there what the background has for it.
 */
import { isAnyCopied } from '../../lib/browser/copied-text.ts';
import { ask } from '../../lib/protocol/client.ts';

const field = document.createElement('textarea');
document.body.append(field);

/** What is read here is compared, and goes nowhere else. */
async function isStillOurs(): Promise<boolean> {
  const { copied } = await ask('clipboardCopied', {});
  if (copied.length === 0) return false;
  field.focus();
  document.execCommand('paste');
  const found = field.value;
  field.value = '';
  return isAnyCopied(copied, found);
}

function overwrite(text = ' '): boolean {
  field.value = text;
  field.select();
  return document.execCommand('copy');
}

async function copyWanted(): Promise<void> {
  const { text } = await ask('clipboardWanted', {});
  if (text === undefined) return;
  await ask('clipboardWritten', { outcome: overwrite(text) ? 'copied' : 'refused' });
}

/**
 * ms before the document closes itself. Chromium's browser process takes what
 * was copied on a channel of the document's own, and drops what still waits there
 * when the document goes (seen at load 18: the clipboard kept its text).
 */
const CLOSES_AFTER_MS = 1_000;

if (location.hash === '#copy') await copyWanted();
else if (await isStillOurs()) overwrite();
setTimeout(() => window.close(), CLOSES_AFTER_MS);
