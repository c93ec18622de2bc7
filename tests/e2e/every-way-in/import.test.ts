/** The files of other apps, from the file field to the codes in the popup. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import qrcode from 'qrcode';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import { clickControl, typeIntoControl, waitForControl, waitForText } from '../driver/controls.ts';
import type { DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, counted, english, lockVault, PASSPHRASE } from '../driver/nightlatch.ts';
import { base32, secretBytes } from '../../lib/formats/accounts.ts';
import { exportUri } from '../../lib/formats/google.ts';
import { aegisDatabase } from '../../lib/formats/sample-records.ts';
import { samples } from '../../lib/formats/samples.ts';
import { aegisVault } from '../../lib/formats/sealing.ts';
import { launchWithFiles } from './with-files.ts';

const PASSWORD = 'the password of the file';

let driven: DrivenBrowser;
let folder: string;
let page: Page;

beforeAll(async () => {
  const launched = await launchWithFiles();
  ({ driven, folder } = launched);
  return launched.close;
});
beforeEach(async () => {
  page = await driven.openOwn('import.html');
  await waitForControl(page, { role: 'heading', name: english('import_title') });
  return () => page.close();
});

async function choose(...contents: readonly (string | Buffer)[]): Promise<void> {
  const files = await Promise.all(
    contents.map(async (content, at) => {
      // Nothing in the name tells what it is.
      const file = path.join(folder, `file-${at}`);
      await writeFile(file, content);
      return file;
    }),
  );
  const input = await page.waitForSelector('input[type=file]');
  await input?.uploadFile(...files);
}

async function press(name: string): Promise<void> {
  await clickControl(page, { role: 'button', name });
}

async function accounts(): Promise<readonly AccountView[]> {
  return (await askAsOwnPage(page, 'accounts', { bin: 'live' })) as AccountView[];
}

async function labels(): Promise<readonly string[]> {
  return (await accounts()).map(({ label }) => label);
}

const linkOf = (label: string, seed: number): string =>
  `otpauth://totp/Acme:${label}?secret=${base32(secretBytes(seed))}&issuer=Acme`;

describe('importing', () => {
  test('an encrypted file asks for its password, says when it is wrong, and is saved in one press', async () => {
    await choose(aegisVault(aegisDatabase, PASSWORD));
    const field = { role: 'textbox', name: english('import_password') };
    await typeIntoControl(page, field, 'wrong');
    await press(english('import_password_open'));
    await waitForText(page, /Wrong password/u);
    await typeIntoControl(page, field, PASSWORD);
    await press(english('import_password_open'));
    await press(counted('import_save', 4));
    await waitForText(page, new RegExp(counted('import_saved', 4), 'u'));
    await waitForText(page, new RegExp(english('import_delete_file'), 'u'));
    // Each as the file has it, by counter and Steam's too.
    const saved = (await accounts()).map(({ label, type, digits }) => [label, type, digits]);
    expect(saved).toEqual([
      ['maria@example.com', 'totp', 6],
      ['jo', 'totp', 8],
      ['ann', 'hotp', 6],
      ['gabe', 'steam', 5],
    ]);
    // The password of the file opens nothing of ours.
    await lockVault(driven);
    const wrong = { kind: 'passphrase', passphrase: PASSWORD };
    expect(await askAsOwnPage(page, 'unlock', wrong)).toEqual({ kind: 'wrong' });
    const right = { kind: 'passphrase', passphrase: PASSPHRASE };
    expect(await askAsOwnPage(page, 'unlock', right)).toEqual({ kind: 'open' });
  });

  test('what is there already is said and not saved again; several files are one list', async () => {
    const before = await accounts();
    await choose(
      samples['twoFas']?.text ?? '',
      [linkOf('one', 11), 'not a link'].join('\n'),
      'Dear Maria, how are you?',
    );
    await waitForText(page, new RegExp(english('import_line_there'), 'u'));
    await waitForText(page, /does not know this kind of file/u);
    await waitForText(page, new RegExp(english('import_entry_not_otpauth'), 'u'));
    await press(counted('import_save', 1));
    await waitForText(page, new RegExp(counted('import_saved', 1), 'u'));
    expect(await accounts()).toHaveLength(before.length + 1);
  });

  test('a picture of an export is read, and says which codes are still missing', async () => {
    const code = exportUri([{ secret: secretBytes(21), name: 'in a picture' }], {
      size: 3,
      index: 1,
      id: 5,
    });
    await choose(await qrcode.toBuffer(code, { scale: 4 }));
    await waitForText(page, /Codes 1, 3 of 3/u);
    await press(counted('import_save', 1));
    await waitForText(page, new RegExp(counted('import_saved', 1), 'u'));
    expect(await labels()).toContain('in a picture');
  });

  test('sixty pictures of one export, chosen at once, are one list', async () => {
    const before = (await accounts()).length;
    const codes = Array.from({ length: 60 }, (_code, index) =>
      exportUri(
        Array.from({ length: 5 }, (_account, at) => ({
          secret: Buffer.from(`secret of sixty ${5 * index + at}`.padEnd(20)),
          name: `of sixty ${5 * index + at}`,
        })),
        { size: 60, index, id: 60 },
      ),
    );
    await choose(...(await Promise.all(codes.map((code) => qrcode.toBuffer(code, { scale: 3 })))));
    await press(counted('import_save', 300));
    await waitForText(page, new RegExp(counted('import_saved', 300), 'u'));
    expect(await accounts()).toHaveLength(before + 300);
    await press(english('import_undo'));
    await waitForText(page, new RegExp(english('import_undone'), 'u'));
  });

  test('a line that is not ticked is not saved, and an import is undone as a whole', async () => {
    const before = await labels();
    await choose([linkOf('ticked', 31), linkOf('not ticked', 32), linkOf('also', 33)].join('\n'));
    await clickControl(page, { role: 'checkbox', name: /not ticked/u });
    await press(counted('import_save', 2));
    await waitForText(page, new RegExp(counted('import_saved', 2), 'u'));
    expect(await labels()).toEqual([...before, 'ticked', 'also']);
    await press(english('import_undo'));
    await waitForText(page, new RegExp(english('import_undone'), 'u'));
    expect(await labels()).toEqual(before);
  });

  test('a long list is filtered by name, and what stands in it is ticked at once', async () => {
    const names = ['red', 'green', 'blue', 'reddish', 'cyan', 'pink', 'grey', 'white', 'black'];
    await choose(names.map((name, at) => linkOf(`${name}.`, 50 + at)).join('\n'));
    await clickControl(page, { role: 'checkbox', name: english('import_all') });
    await typeIntoControl(page, { role: 'textbox', name: english('import_filter') }, 'RED');
    await clickControl(page, { role: 'checkbox', name: english('import_all_shown') });
    await press(counted('import_save', 2));
    await waitForText(page, new RegExp(counted('import_saved', 2), 'u'));
    expect((await labels()).filter((label) => label.endsWith('.'))).toEqual(['red.', 'reddish.']);
    await press(english('import_undo'));
    await waitForText(page, new RegExp(english('import_undone'), 'u'));
  });

  test('another secret under a saved name takes its place where the user says so, and comes back', async () => {
    await choose(linkOf('twin', 71));
    await press(counted('import_save', 1));
    await waitForText(page, new RegExp(counted('import_saved', 1), 'u'));
    const first = (await accounts()).find(({ label }) => label === 'twin');
    await choose(linkOf('twin', 72));
    await waitForText(page, new RegExp(english('import_line_same_name'), 'u'));
    const select = await page.waitForSelector('select');
    await select?.select('replace');
    await waitForText(page, new RegExp(english('import_line_replace'), 'u'));
    await press(counted('import_save', 1));
    await waitForText(page, new RegExp(counted('import_saved', 1), 'u'));
    const [second, ...others] = (await accounts()).filter(({ label }) => label === 'twin');
    expect(others).toEqual([]);
    expect(second?.id).not.toBe(first?.id);
    await press(english('import_undo'));
    await waitForText(page, new RegExp(english('import_undone'), 'u'));
    const twins = (await accounts()).filter(({ label }) => label === 'twin');
    expect(twins.map(({ id }) => id)).toEqual([first?.id]);
  });

  test('six digits of Steam are not saved before the user has said what they are', async () => {
    await choose(linkOf('gamer', 81).replaceAll('Acme', 'Steam'));
    await waitForText(page, new RegExp(english('accounts_steam_question'), 'u'));
    const select = await page.waitForSelector('select');
    await select?.select('steam');
    await press(counted('import_save', 1));
    await waitForText(page, new RegExp(counted('import_saved', 1), 'u'));
    const saved = (await accounts()).find(({ label }) => label === 'gamer');
    expect(saved).toMatchObject({ type: 'steam', digits: 5 });
  });

  test('two files that are dropped are one list, and a pasted text is added to it', async () => {
    const [one, two, three] = ['dropped', 'dropped too', 'pasted'].map((label, at) =>
      linkOf(label, 91 + at),
    );
    await page.evaluate(
      (texts) => {
        const dataTransfer = new DataTransfer();
        for (const text of texts) dataTransfer.items.add(new File([text], 'codes'));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer }));
      },
      [one ?? '', two ?? ''],
    );
    await waitForControl(page, { role: 'button', name: counted('import_save', 2) });
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }));
    }, three ?? '');
    await press(counted('import_save', 3));
    await waitForText(page, new RegExp(counted('import_saved', 3), 'u'));
    expect((await labels()).slice(-3)).toEqual(['dropped', 'dropped too', 'pasted']);
  });

  test('a locked vault is unlocked first', async () => {
    await lockVault(driven);
    await choose(linkOf('late', 41));
    await waitForControl(page, { role: 'button', name: english('import_unlock') });
    const right = { kind: 'passphrase', passphrase: PASSPHRASE };
    expect(await askAsOwnPage(page, 'unlock', right)).toEqual({ kind: 'open' });
    await choose(linkOf('late', 41));
    await press(counted('import_save', 1));
    await waitForText(page, new RegExp(counted('import_saved', 1), 'u'));
  });
});
