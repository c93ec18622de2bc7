/** What the browser is told to forbid us, as it is shipped. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { launch } from '../driver/launch.ts';
import { openToStay } from './kept-open.ts';

function builtFolder(): string {
  return process.env['NIGHTLATCH_EXTENSION'] ?? path.resolve('.output/chrome-mv3');
}

// Chromium knows no policy against peer connections (webrtc 'block' is 'unrecognized'), so the code is searched.
test('no code of ours names a peer connection, which the policy does not cover', async () => {
  const entries = await readdir(builtFolder(), { recursive: true, withFileTypes: true });
  const scripts = entries.filter((entry) => entry.isFile() && /\.(js|html)$/.test(entry.name));
  expect(scripts.length).toBeGreaterThan(5);
  for (const { parentPath, name } of scripts) {
    const text = await readFile(path.join(parentPath, name), 'utf8');
    expect(/RTC\w*PeerConnection|WebTransport/.test(text), name).toBe(false);
  }
});

test('text planted by innerHTML, document.write or a script address throws in our pages', async () => {
  const driven = await launch();
  for (const file of [
    'popup.html',
    'account-picker.html',
    'options.html',
    'unlock.html',
    'welcome.html',
    'export.html',
    'import.html',
  ]) {
    const page = await openToStay(driven, file);
    const outcomes = await page.evaluate(() => {
      const plants: Readonly<Record<string, () => unknown>> = {
        innerHTML: () => (document.body.innerHTML = '<b id="planted">planted</b>'),
        insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b id="planted">'),
        write: () => document.write('<b id="planted">'),
        srcdoc: () => (document.createElement('iframe').srcdoc = '<b id="planted">'),
        script: () => (document.createElement('script').src = 'data:text/javascript,0'),
        worker: () => new Worker('data:text/javascript,0'),
        policy: () => Reflect.get(globalThis, 'trustedTypes').createPolicy('default', {}),
        otherPolicy: () => Reflect.get(globalThis, 'trustedTypes').createPolicy('mine', {}),
      };
      return Object.entries(plants).map(([name, plant]) => {
        try {
          plant();
          return `${name} was planted`;
        } catch (thrown) {
          return thrown instanceof TypeError ? 'refused' : `${name}: ${String(thrown)}`;
        }
      });
    });
    expect(new Set(outcomes), file).toEqual(new Set(['refused']));
    expect(await page.$('#planted')).toBeFalsy();
    await page.close();
  }
  await driven.close();
});

test('the one policy of ours is made once, and vouches for the reader of files and nothing else', async () => {
  const driven = await launch();
  const page = await openToStay(driven, 'import.html');
  await page.waitForSelector('h1');
  const again = await page.evaluate(() => {
    try {
      Reflect.get(globalThis, 'trustedTypes').createPolicy('import-reader', {});
      return 'made';
    } catch (thrown) {
      return thrown instanceof TypeError ? 'refused' : String(thrown);
    }
  });
  expect(again).toBe('refused');
  await driven.close();
});
