/** What the tools of the tests promise on a page, in either browser. */
import { expect, test } from 'vitest';
import { clickControl, readPageText, typeInto } from './controls.ts';
import type { Driven } from './driven.ts';

/** Registers the tests; `getDriven` gives the browser once the file has started it. */
export function testPages(getDriven: () => Pick<Driven, 'newPage'>): void {
  test('a closed shadow root is read and pressed like the rest of the page', async () => {
    const page = await getDriven().newPage('about:blank');
    await page.evaluate(() => {
      const host = document.body.appendChild(document.createElement('div'));
      const root = host.attachShadow({ mode: 'closed' });
      const button = root.appendChild(document.createElement('button'));
      button.textContent = 'Press me';
      button.addEventListener('click', (event) => {
        button.textContent = event.isTrusted ? 'trusted press' : 'forged press';
      });
    });
    await clickControl(page, { role: 'button', name: 'Press me' });
    expect(await readPageText(page)).toBe('trusted press');
    await page.close();
  });

  test('typing arrives as trusted key presses', async () => {
    const page = await getDriven().newPage('about:blank');
    await page.setContent('<input id="field">');
    await typeInto(page, '#field', 'abc');
    expect(await page.$eval('#field', (field) => (field as HTMLInputElement).value)).toBe('abc');
    await page.close();
  });
}
