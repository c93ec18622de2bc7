/** Accounts of every kind, from the link or the form to the code in the popup. */
import { createHmac } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccountView } from '../../../lib/otp/account.ts';
import hotp from '../../vectors/hotp-rfc4226.json' with { type: 'json' };
import { clickControl, typeIntoControl, waitForControl, waitForText } from '../driver/controls.ts';
import { launch, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, chooseInRowMenu, english, prepareVault } from '../driver/nightlatch.ts';
import { until } from '../driver/until.ts';

/** The secret of RFC 4226's table in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const FIELD = { role: 'textbox', name: english('accounts_secret_or_link') } as const;
const button = (key: Parameters<typeof english>[0], ...values: readonly string[]) => ({
  role: 'button',
  name: values.reduce((text, value, at) => text.replace(`$${at + 1}`, value), english(key)),
});

let driven: DrivenBrowser;
let popup: Page;
beforeAll(async () => {
  driven = await launch();
  await prepareVault(driven, [{ issuer: 'TP-Link', label: 'first@example.com', secret: SECRET }]);
});
afterAll(() => driven.close());
beforeEach(async () => {
  popup = await openPopup();
  return () => popup.close();
});

async function openPopup(): Promise<Page> {
  const opened = await driven.openOwn('popup.html');
  await opened.bringToFront();
  await waitForText(opened, new RegExp(english('codes_settings'), 'u'));
  return opened;
}

async function paste(link: string): Promise<void> {
  await clickControl(popup, button('codes_add'));
  await typeIntoControl(popup, FIELD, link);
  await popup.keyboard.press('Enter');
}

async function save(label: string): Promise<AccountView> {
  await clickControl(popup, button('accounts_save'));
  return waitForSaved(label);
}

async function waitForSaved(label: string): Promise<AccountView> {
  await waitForText(popup, new RegExp(english('codes_saved'), 'u'));
  const accounts = (await askAsOwnPage(popup, 'accounts', { bin: 'live' })) as AccountView[];
  const saved = accounts.find((account) => account.label === label);
  if (!saved) throw new Error(`${label} was not saved`);
  return saved;
}

/** What the row of this account shows as its code. */
function codeIn(label: string): Promise<string | undefined> {
  return popup.evaluate((text) => {
    const rows = [...document.querySelectorAll('.row')];
    const row = rows.find((one) => one.querySelector('.row-label')?.textContent === text);
    return row?.querySelector('.digits-now')?.textContent?.replaceAll(/\s/gu, '');
  }, label);
}

async function nextCode(label: string, before?: string): Promise<string> {
  await clickControl(popup, button('codes_next_name', `Bank, ${label}`));
  return until('another code', async () => {
    const code = await codeIn(label);
    return code === before ? undefined : code;
  });
}

/** RFC 4226 section 5.3 by Node alone: the 31 bits of a step. */
function numberOf(secret: string, counter: number): number {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', Buffer.from(secret)).update(message).digest();
  return mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fff_ffff;
}

const RFC_SECRET = '12345678901234567890';

describe('an account by counter', () => {
  test('gives its codes one by one, over a background that dies and a popup that closes', async () => {
    await paste(`otpauth://hotp/Bank:counted?secret=${SECRET}&issuer=Bank&counter=0`);
    await waitForText(popup, /Counter-based: SHA-1, 6 digits, next code no\. 0/u);
    expect(await save('counted')).toMatchObject({ type: 'hotp', counter: 0 });
    const [first, second, third, fourth] = hotp.digits;
    // Nothing is shown, and nothing used up, before it is asked for.
    expect(await codeIn('counted')).toBeUndefined();
    expect(await nextCode('counted')).toBe(first);
    expect(await nextCode('counted', first)).toBe(second);
    await driven.killWorker();
    expect(await nextCode('counted', second)).toBe(third);
    await popup.close();
    popup = await openPopup();
    await waitForText(popup, new RegExp(english('codes_counter').replace('$1', '3'), 'u'));
    expect(await nextCode('counted')).toBe(fourth);
  });

  test('never gives a code twice, whenever the background dies', async () => {
    await paste(`otpauth://hotp/Bank:killed?secret=${SECRET}AA&issuer=Bank&counter=0`);
    const { id } = await save('killed');
    const counters: number[] = [];
    for (let round = 0; round < 6; round++) {
      const asked = askAsOwnPage(popup, 'nextCode', { id }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, round * 12));
      await driven.killWorker();
      const answer = (await asked) as { readonly counter: number } | undefined;
      if (answer) counters.push(answer.counter);
    }
    const after = (await askAsOwnPage(popup, 'nextCode', { id })) as { readonly counter: number };
    counters.push(after.counter);
    expect(new Set(counters).size).toBe(counters.length);
    expect(counters).toEqual(counters.toSorted((one, other) => one - other));
  });

  test('copied while its code shows, uses up no other', async () => {
    await paste(`otpauth://hotp/Bank:copied?secret=${SECRET}AAAA&issuer=Bank&counter=0`);
    const { id } = await save('copied');
    const shown = await nextCode('copied');
    await popup.evaluate(() => {
      const rows = [...document.querySelectorAll('.row')];
      const row = rows.find((one) => one.querySelector('.row-label')?.textContent === 'copied');
      row?.querySelector<HTMLElement>('.row-main')?.focus();
    });
    await popup.keyboard.press('Enter');
    await waitForText(popup, new RegExp(english('codes_copied'), 'u'));
    expect(await codeIn('copied')).toBe(shown);
    const accounts = (await askAsOwnPage(popup, 'accounts', { bin: 'live' })) as AccountView[];
    expect(accounts.find((account) => account.id === id)).toMatchObject({ counter: 1 });
  });

  test('whose name is changed while another window takes its codes gives none of them again', async () => {
    await paste(`otpauth://hotp/Bank:edited?secret=${SECRET}AAAAAA&issuer=Bank&counter=0`);
    const { id } = await save('edited');
    await chooseInRowMenu(popup, 'Bank, edited', 'codes_edit');
    const label = { role: 'textbox', name: english('accounts_label') };
    await waitForControl(popup, label);
    expect(await askAsOwnPage(popup, 'nextCode', { id })).toMatchObject({ counter: 0 });
    expect(await askAsOwnPage(popup, 'nextCode', { id })).toMatchObject({ counter: 1 });
    await typeIntoControl(popup, label, 'renamed');
    await popup.keyboard.press('Enter');
    await waitForText(popup, /renamed/u);
    expect(await askAsOwnPage(popup, 'nextCode', { id })).toMatchObject({ counter: 2 });
  });

  test('finds its way back to a site that has counted further', async () => {
    await paste(`otpauth://hotp/Bank:ahead?secret=${SECRET}&issuer=Bank&counter=4&digits=7`);
    await save('ahead');
    await chooseInRowMenu(popup, 'Bank, ahead', 'codes_edit');
    // By keyboard: the browser scrolls to what has the focus.
    await popup.focus('details:last-of-type summary');
    await popup.keyboard.press('Enter');
    const [, , third] = await popup.$$('details:last-of-type button');
    await third?.focus();
    await popup.keyboard.press('Enter');
    const shown = english('accounts_counter_code').replace('$1', '6');
    const digits = String(numberOf(RFC_SECRET, 6) % 10 ** 7).padStart(7, '0');
    await waitForText(
      popup,
      new RegExp(`${shown}\\s+${digits.slice(0, 3)}.?${digits.slice(3)}`, 'u'),
    );
    await popup.focus('input[type=text]');
    await popup.keyboard.press('Enter');
    await waitForText(popup, new RegExp(english('codes_counter').replace('$1', '7'), 'u'));
  });
});

describe('a Steam account', () => {
  test('is asked about where the link says six digits, and has five letters', async () => {
    await paste(`otpauth://totp/Steam:gamer?secret=${SECRET}&issuer=Steam`);
    await waitForText(popup, new RegExp(english('accounts_steam_question'), 'u'));
    await clickControl(popup, button('accounts_steam_letters'));
    await waitForText(popup, new RegExp(english('accounts_parameters_steam'), 'u'));
    expect(await save('gamer')).toMatchObject({ type: 'steam', digits: 5 });
    const letters = await until('the letters', () => codeIn('gamer'));
    const wanted = [0, 1].map((back) => {
      let value = numberOf(RFC_SECRET, Math.floor(Date.now() / 30_000) - back);
      return Array.from({ length: 5 }, () => {
        const letter = '23456789BCDFGHJKMNPQRTVWXY'[value % 26];
        value = Math.floor(value / 26);
        return letter;
      }).join('');
    });
    expect(wanted).toContain(letters);
  });
});

describe('typed by hand', () => {
  test.each([
    { label: 'five', digits: '5', period: '60' },
    { label: 'ten', digits: '10', period: '86400' },
    { label: 'seven', digits: '7', period: '10' },
  ])('$digits digits every $period s', async ({ label, digits, period }) => {
    await clickControl(popup, button('codes_add'));
    await typeIntoControl(popup, FIELD, SECRET);
    const name = { role: 'textbox', name: english('accounts_label') };
    await typeIntoControl(popup, name, label);
    const issuer = { role: 'textbox', name: english('accounts_issuer') };
    await typeIntoControl(popup, issuer, 'Odd');
    await popup.focus('summary');
    await popup.keyboard.press('Enter');
    const [, , select] = await popup.$$('details select');
    await select?.select(digits);
    await popup.focus('input[type=number]');
    for (let at = 0; at < 2; at++) await popup.keyboard.press('Delete');
    for (let at = 0; at < 2; at++) await popup.keyboard.press('Backspace');
    await popup.keyboard.type(period);
    await popup.keyboard.press('Enter');
    await waitForSaved(label);
    const shown = await until('the code', () => codeIn(label));
    const step = Math.floor(Date.now() / 1000 / Number(period));
    const wanted = [0, 1].map((back) =>
      String(numberOf(RFC_SECRET, step - back) % 10 ** Number(digits)).padStart(
        Number(digits),
        '0',
      ),
    );
    expect(wanted).toContain(shown);
  });

  test('a day is counted in hours, and said in words', async () => {
    const left = await popup.evaluate(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('.row')];
      const day = rows.find((one) => one.querySelector('.row-label')?.textContent === 'ten');
      return day?.querySelector('.ring')?.textContent ?? '';
    });
    expect(left).toMatch(/\d+ ?[hm]/u);
    // The time left is told of the row with the focus, for a moment: the page itself looks for it.
    await popup.waitForFunction(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('.row')];
      const day = rows.find((one) => one.querySelector('.row-label')?.textContent === 'ten');
      const main = day?.querySelector<HTMLElement>('.row-main');
      main?.focus();
      const told = document.getElementById(main?.getAttribute('aria-describedby') ?? '');
      return /(?:hour|minute)s? left$/u.test(told?.textContent ?? '');
    });
  });
});
