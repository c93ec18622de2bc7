import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

/** As wide and high as the popup, so that all windows cost the browser the same. */
const STYLE = 'body{margin:0;inline-size:22.5rem;block-size:33.75rem;overflow:hidden}';

function html(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bare</title><link rel="stylesheet" href="bare.css">${head}</head><body>${body}</body></html>`;
}

/**
 * A copy of the built extension with two bare pages in it, so that all three
 * run in the same browser, process and origin. The caller removes the folder.
 */
export async function extensionWithBarePages(extension: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nightlatch-bench-'));
  cpSync(extension, folder, { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  write('bare.css', STYLE);
  write('bare-static.html', html('<p class="digits-now">123 456</p>'));
  write(
    'bare-preact.html',
    html('<div id="app"></div>', '<script type="module" src="bare-preact.js"></script>'),
  );
  await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome133',
      rolldownOptions: {
        input: path.join(import.meta.dirname, 'bare-preact.tsx'),
        output: { entryFileNames: 'bare-preact.js' },
      },
    },
  });
  return folder;
}
