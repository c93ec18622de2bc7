import type { Page } from 'puppeteer-core';

/** The files fall onto the page as from the file manager: the browser's own drag, not a script's. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.createCDPSession();
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.clientHeight,
  }));
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      // Near a corner: all of the page takes what is dropped, not only its column of text.
      x: width - 12,
      y: height - 12,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    });
  }
  await session.detach();
}

/** Ctrl+V on a page in which nothing has the focus, of what was copied elsewhere. */
export async function pasteBytes(
  page: Page,
  type: 'text/plain' | 'image/png',
  base64: string,
): Promise<void> {
  await page.bringToFront();
  await page.evaluate(
    async (mime, encoded) => {
      const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
      await navigator.clipboard.write([
        new ClipboardItem({ [mime]: new Blob([bytes], { type: mime }) }),
      ]);
    },
    type,
    base64,
  );
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyV', { commands: ['Paste'] });
  await page.keyboard.up('Control');
}
