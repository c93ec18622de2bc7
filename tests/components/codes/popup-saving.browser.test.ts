/** What the popup saves: an account, a scan. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { waitForFocus } from '../harness/acts.ts';
import {
  readRequests,
  readAnnouncements,
  countRows,
  waitForAnnouncement,
} from '../harness/readings.ts';
import { armedAtMs, beforeArmed } from '../harness/arming.ts';
import { chooseInRowMenu } from '../harness/screen-case.ts';
import type { ScreenState } from '../harness/screen-state.ts';
import { showScreens } from '../harness/show-screens.ts';

const show = showScreens();
let page: Page;

async function openPopup(state: Partial<ScreenState> = {}): Promise<void> {
  page = await show({ screen: 'popup', state });
}

/** Opens the form that adds an account. */
async function openForm(): Promise<void> {
  await page.click('.icon-button-add');
  await waitForFocus(page, '.input-code');
}

/** Types a key and, in the next field, its service. */
async function typeKey(issuer: string): Promise<void> {
  await openForm();
  await page.keyboard.type('JBSWY3DPEHPK3PXP');
  await page.keyboard.press('Tab');
  await page.keyboard.type(issuer);
}

describe('adding by hand', () => {
  const addWith = async (label: string, issuer = ''): Promise<void> => {
    await typeKey(issuer);
    await page.keyboard.press('Tab');
    await page.keyboard.type(label);
    await page.keyboard.press('Enter');
  };

  test('begins in the field for the key, and saves what was typed at once', async () => {
    await openPopup();
    await addWith('maria');
    await page.waitForFunction(() => window.requests.includes('saveScan'));
    await page.waitForSelector('.row');
    await waitForAnnouncement(page, 'Saved.');
  });

  test('leads to the row of the new account, wherever it stands among a thousand', async () => {
    await openPopup({ accounts: 1000, page: 'none' });
    await addWith('maria', 'Zoo');
    await waitForFocus(page, '.row-main:has([title^="Zoo, maria"])');
    await waitForFocus(page, '[data-row="1000"]');
  });

  test('takes six acts: the popup, the form, a key, on to a name, the name, Enter', async () => {
    await openPopup();
    await typeKey('Recorder');
    await page.keyboard.press('Enter');
    await waitForFocus(page, '.row-main:has([title^="Recorder"])');
  });

  test('reviews a pasted link at once: with its Save it takes four acts', async () => {
    await openPopup();
    await openForm();
    await page.$eval('.input-code', (field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', 'otpauth://totp/maria?secret=JBSWY3DPEHPK3PXP');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    await page.waitForSelector('::-p-xpath(//h1[text()="Save this account?"])');
    expect(await readRequests(page)).not.toContain('saveScan');
    const save = await page.waitForSelector('.button-primary[aria-disabled=false]');
    await save?.click();
    await page.waitForFunction(() => window.requests.includes('saveScan'));
  });

  test('leads back to a key that cannot be one', async () => {
    await openPopup();
    await openForm();
    await page.keyboard.type('JBSWY3DP1');
    await page.click('.button-primary');
    await waitForFocus(page, '.input-code[aria-invalid=true]');
  });

  test('asks for a name where there is none', async () => {
    await openPopup();
    await addWith('');
    await waitForFocus(page, '[aria-invalid=true]');
    expect(await readRequests(page)).not.toContain('scanTyped');
    await page.keyboard.type('Recorder');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.requests.includes('saveScan'));
  });

  test('asks about an account that is there already', async () => {
    await openPopup({ duplicate: 'same-name' });
    await addWith('maria');
    await page.waitForSelector('::-p-aria([name="Replace"][role="button"])');
    expect(await readRequests(page)).not.toContain('saveScan');
  });
});

describe('saving and undoing', () => {
  test('a confirm button is dead for its first 700 ms', async () => {
    await openPopup({ review: 'waiting' });
    expect(await armedAtMs(page, '.button-primary')).toBeGreaterThan(700);
  });

  test('an account is saved only with a name, and keeps one', async () => {
    const save = '.button-primary[aria-disabled=false]';
    const clear = async (field: string): Promise<void> => {
      await page.click(field, { count: 3 });
      await page.keyboard.press('Backspace');
    };
    await openPopup({ review: 'waiting' });
    for (const field of ['.field:nth-of-type(1) input', '.field:nth-of-type(2) input'])
      await clear(field);
    await (await page.waitForSelector(save))?.click();
    await waitForFocus(page, '[aria-invalid=true]');
    expect(await readRequests(page)).not.toContain('saveScan');
    await page.keyboard.type('Recorder');
    await (await page.waitForSelector(save))?.click();
    await page.waitForFunction(() => window.requests.includes('saveScan'));
  });

  test('the second click of a double click falls on nothing of the next screen', async () => {
    await openPopup();
    await typeKey('Recorder');
    const save = await page.$('.button-primary');
    const { x, y } = (await save?.clickablePoint()) ?? { x: 0, y: 0 };
    await page.evaluate(() =>
      addEventListener('click', ({ detail }) => {
        document.body.dataset['clicks'] = `${document.body.dataset['clicks'] ?? ''}${detail}`;
      }),
    );
    const session = await page.createCDPSession();
    const click = async (clickCount: number): Promise<void> => {
      for (const type of ['mousePressed', 'mouseReleased'] as const)
        await session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount });
    };
    await click(1);
    await page.waitForSelector('.row');
    await click(2);
    await click(1);
    expect(await page.evaluate(() => document.body.dataset['clicks'])).toBe('11');
  });

  test('a click before that, or one made by a script, saves nothing', async () => {
    page = await beforeArmed(
      () => show({ screen: 'popup', state: { review: 'waiting' } }),
      '.button-primary',
      (shown) => shown.click('.button-primary'),
    );
    await page.$eval(
      '.button-primary',
      (button) => button instanceof HTMLElement && button.click(),
    );
    expect(await readRequests(page)).not.toContain('saveScan');
    await page.click('.button-primary');
    await page.waitForFunction(() => window.requests.includes('saveScan'));
  });

  test.each(['vault-absent', 'vault-locked'] as const)(
    'without an open vault (%s) our window opens',
    async (code) => {
      await openPopup({ review: 'waiting', fails: { saveScan: code } });
      await page.waitForSelector('.button-primary[aria-disabled=false]');
      await page.click('.button-primary');
      await page.waitForFunction(() => window.requests.includes('unlockOpen'));
    },
  );

  test('a name that is taken, as the save finds, is replaced or kept beside it', async () => {
    await openPopup({ review: 'waiting', fails: { saveScan: 'account-duplicate' } });
    await page.waitForSelector('.button-primary[aria-disabled=false]');
    await page.click('.button-primary');
    await page.waitForFunction(() => document.body.textContent?.includes('Keep both'));
    expect(await readAnnouncements(page)).toBe('');
  });

  test('what went to the bin comes back by Undo', async () => {
    await openPopup();
    await chooseInRowMenu('Move to trash')(page);
    const undo = await page.waitForSelector('.status .button');
    expect(await countRows(page)).toBe(4);
    await undo?.click();
    await page.waitForFunction(() => document.querySelectorAll('.row').length === 5);
  });
});
