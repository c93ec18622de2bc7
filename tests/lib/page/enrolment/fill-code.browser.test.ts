/** Which field of a page gets the code of the account that is being set up. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInPage, type InPage } from '../in-page.ts';

let tab: InPage;
beforeAll(async () => {
  tab = await openInPage();
});
afterAll(() => tab.close());

const fieldOf = (id: string): string =>
  `<h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p><input id="${id}" name="token" maxlength="6">`;
const QR = '<img id="qr" width="120" height="120" alt="QR code">';

/** The page asks for a code of its own behind a dialog that holds `content`. */
async function fill(content: string): Promise<readonly string[]> {
  await tab.show(
    `<form>${fieldOf('behind')}</form><div role="dialog" aria-modal="true">${content}</div>`,
  );
  await tab.ours(`room.fillEnrolment('#qr', '012345')`);
  return tab.ours('room.log');
}

function valueOf(id: string): Promise<string> {
  return tab.page.$eval(`#${id}`, (input) => (input as HTMLInputElement).value);
}

test('the field of the dialog that shows the QR is filled', async () => {
  expect(await fill(`${QR}${fieldOf('n')}`)).toEqual(['filled']);
  expect(await valueOf('n')).toBe('012345');
  expect(await valueOf('behind')).toBe('');
});

test('one behind the dialog is left alone: the user types the code where it belongs', async () => {
  expect(await fill(`${QR}<p>Scan this code first.</p>`)).toEqual(['to-type']);
  expect(await valueOf('behind')).toBe('');
});
