import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import qrcode from 'qrcode';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import { clickControl, waitForText } from '../driver/controls.ts';
import type { DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english } from '../driver/nightlatch.ts';
import { dropFiles, pasteBytes } from '../driver/transfer.ts';
import { launchWithFiles } from './with-files.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const LINK = `otpauth://totp/TP-Link:picture%40example.com?secret=${SECRET}&issuer=TP-Link`;

let driven: DrivenBrowser;
let folder: string;
let page: Page;

beforeAll(async () => {
  const launched = await launchWithFiles();
  ({ driven, folder } = launched);
  return launched.close;
});
beforeEach(async () => {
  page = await driven.openOwn('picture.html');
  await waitForText(page, new RegExp(english('picture_title')));
  return () => page.close();
});

async function pictureOf(name: string, text: string): Promise<string> {
  const file = path.join(folder, `${name}.png`);
  await writeFile(file, await qrcode.toBuffer(text, { scale: 4 }));
  return file;
}

async function choose(...files: readonly string[]): Promise<void> {
  const input = await page.waitForSelector('input[type=file]');
  await input?.uploadFile(...files);
}

async function save(): Promise<void> {
  await clickControl(page, { role: 'button', name: english('accounts_save') });
}

async function labels(): Promise<readonly string[]> {
  const accounts = (await askAsOwnPage(page, 'accounts', { bin: 'live' })) as AccountView[];
  return accounts.map(({ label }) => label);
}

/** A photo as a camera of 50 megapixels makes it: a code on a wall with light and shade. */
async function photoOf(text: string): Promise<string> {
  const jpeg = await page.evaluate(
    async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const canvas = new OffscreenCanvas(8192, 6144);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no context');
      const wall = context.createLinearGradient(0, 0, 8192, 6144);
      for (let stop = 0; stop <= 1; stop += 0.125) {
        wall.addColorStop(stop, stop % 0.25 === 0 ? '#b8b09a' : '#6d6a75');
      }
      context.fillStyle = wall;
      context.fillRect(0, 0, 8192, 6144);
      context.imageSmoothingEnabled = false;
      context.translate(4300, 3000);
      context.rotate(0.12);
      context.drawImage(image, -900, -900, 1800, 1800);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let binary = '';
      for (let at = 0; at < bytes.length; at += 30_000) {
        binary += String.fromCharCode(...bytes.subarray(at, at + 30_000));
      }
      return btoa(binary);
    },
    await qrcode.toDataURL(text, { scale: 4 }),
  );
  const file = path.join(folder, 'photo.jpg');
  await writeFile(file, Buffer.from(jpeg, 'base64'));
  return file;
}

const linkOf = (name: string, secretStart: string): string =>
  LINK.replace('picture', name).replace('GEZDGNBV', secretStart);

const SAVED = /@example\.com\P{L}* was saved\./u;

/** Among several that were found, the one of this name. */
function chooseFound(name: string): Promise<void> {
  const account = `TP-Link · ${name}@example.com`;
  const label = english('accounts_finding_save').replace('$1', account);
  return clickControl(page, { role: 'button', name: label });
}

describe('the page for pictures', () => {
  test('reads a file, and saves after the review', async () => {
    await choose(await pictureOf('one', LINK));
    await save();
    expect(await waitForText(page, SAVED)).toContain('to see its code');
    expect(await labels()).toContain('picture@example.com');
  });

  test('reads several files at once, names those that are nothing for us, saves the others', async () => {
    await choose(
      await pictureOf('wifi', 'WIFI:S:guest;T:WPA;P:secret;;'),
      await pictureOf('two', linkOf('two', 'MFRAGGZD')),
      await pictureOf('three', linkOf('three', 'NBSWY3DP')),
    );
    const said = await waitForText(page, new RegExp(english('accounts_finding_wifi')));
    // There is something to do already.
    expect(said).not.toContain(english('accounts_findings_next'));
    for (const name of ['two', 'three']) {
      await chooseFound(name);
      await save();
      await waitForText(page, SAVED);
    }
    expect(await labels()).toEqual(
      expect.arrayContaining(['two@example.com', 'three@example.com']),
    );
  });

  test('replaces an account of the same name, and takes that back with one press', async () => {
    await choose(await pictureOf('first', linkOf('twice', 'MFRGGZDF')));
    await save();
    await waitForText(page, SAVED);
    await choose(await pictureOf('second', linkOf('twice', 'MZXW6YTC')));
    await clickControl(page, { role: 'button', name: english('accounts_replace') });
    await waitForText(page, new RegExp(english('offer_replaced_hint')));
    await clickControl(page, { role: 'button', name: english('ui_undo') });
    await waitForText(page, new RegExp(english('offer_undone')));
    const namesIn = async (bin: 'live' | 'binned'): Promise<readonly string[]> =>
      ((await askAsOwnPage(page, 'accounts', { bin })) as AccountView[]).map(({ label }) => label);
    expect((await namesIn('live')).filter((label) => label === 'twice@example.com')).toHaveLength(
      1,
    );
    expect(await namesIn('binned')).toContain('twice@example.com');
  });

  test('keeps both meanings of a Steam code, whichever pictures follow and whichever is opened', async () => {
    const steam = linkOf('player', 'MZXW6YTB').replaceAll('TP-Link', 'Steam');
    await choose(await pictureOf('steam', steam));
    const letters = { role: 'button', name: english('accounts_steam_letters') };
    await clickControl(page, { role: 'button', name: english('picture_another') });
    await choose(await pictureOf('six', linkOf('six', 'ONXW2ZJA')));
    await clickControl(page, {
      role: 'button',
      name: english('accounts_steam_digits').replace('$1', '6'),
    });
    await clickControl(page, { role: 'button', name: english('ui_back') });
    await clickControl(page, letters);
    await save();
    await waitForText(page, SAVED);
    await chooseFound('six');
    await clickControl(page, { role: 'button', name: english('ui_back') });
    await waitForText(page, new RegExp(english('picture_choose')));
    const accounts = (await askAsOwnPage(page, 'accounts', { bin: 'live' })) as AccountView[];
    const players = accounts.filter(({ issuer }) => issuer === 'Steam');
    expect(players.map(({ type, digits }) => [type, digits])).toEqual([['steam', 5]]);
  });

  test('says when a picture holds no QR code', async () => {
    const file = path.join(folder, 'broken.png');
    await writeFile(file, 'no picture at all');
    await choose(file);
    await waitForText(page, new RegExp(english('error_picture_unreadable')));
  });

  test('reads a photo of 50 megapixels', async () => {
    await choose(await photoOf(linkOf('photo', 'PFXXKIDE')));
    await save();
    await waitForText(page, SAVED);
    expect(await labels()).toContain('photo@example.com');
  });

  test('says of a picture beyond all measure that it is too large, and does not decode it', async () => {
    const header = Buffer.from(await readFile(await pictureOf('large', LINK)));
    header.writeUInt32BE(60_000, 16);
    header.writeUInt32BE(60_000, 20);
    const file = path.join(folder, 'beyond.png');
    await writeFile(file, header);
    await choose(file);
    await waitForText(page, new RegExp(english('error_picture_too_large')));
  });

  test('takes pictures dropped anywhere on it', async () => {
    await dropFiles(page, [
      await pictureOf('four', linkOf('four', 'KRSXG5CT')),
      await pictureOf('link', 'https://www.example.test/app'),
    ]);
    await waitForText(page, new RegExp(english('accounts_finding_link')));
    await chooseFound('four');
    await save();
    await waitForText(page, SAVED);
    expect(await labels()).toContain('four@example.com');
  });

  test('takes a pasted picture', async () => {
    const picture = await qrcode.toBuffer(linkOf('five', 'JBSWY3DP'), { scale: 4 });
    await pasteBytes(page, 'image/png', picture.toString('base64'));
    await save();
    await waitForText(page, SAVED);
    expect(await labels()).toContain('five@example.com');
  });

  test('takes a pasted set-up link', async () => {
    await pasteBytes(
      page,
      'text/plain',
      Buffer.from(linkOf('pasted', 'ORSXG5DT')).toString('base64'),
    );
    await save();
    await waitForText(page, SAVED);
    expect(await labels()).toContain('pasted@example.com');
  });

  test('says what a pasted text is that is no set-up link', async () => {
    await pasteBytes(
      page,
      'text/plain',
      Buffer.from('WIFI:S:guest;T:WPA;P:secret;;').toString('base64'),
    );
    const said = await waitForText(page, new RegExp(english('accounts_finding_wifi')));
    expect(said).toContain(english('accounts_findings_next'));
  });
});
