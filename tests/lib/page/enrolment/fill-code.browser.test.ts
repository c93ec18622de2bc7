/** Which field of a page gets the code of the account that is being set up, and when. */
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

test('a code that is about to end is not put in: the next one is waited for', async () => {
  await tab.show(`${QR}${fieldOf('n')}`);
  await tab.ours(`room.fillEnrolment('#qr', '012345', 2_900)`);
  expect(await tab.ours('room.log[0]')).toBe('waiting');
  expect(await valueOf('n')).toBe('');
});

test.each([
  [
    'not one that does not show',
    '<iframe id="hidden" hidden></iframe><iframe id="shown"></iframe>',
  ],
  [
    'rather one beside the field for the code',
    `<div role="dialog"><iframe id="first"></iframe></div><div role="dialog"><iframe id="shown"></iframe>${fieldOf('n')}</div>`,
  ],
  [
    'not one that does not show, though it is beside the field',
    `<iframe id="shown"></iframe><div role="dialog"><iframe id="hidden" hidden></iframe>${fieldOf('n')}</div>`,
  ],
])('a QR within a frame is ascribed to a frame, %s', async (_which, html) => {
  await tab.show(html);
  expect(await tab.ours('room.frameOfQr()')).toBe('shown');
});
