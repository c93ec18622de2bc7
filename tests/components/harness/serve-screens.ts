/** The screens of the extension, built without it and served under their real CSP. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import { build } from 'vite';

/** As the manifest says it for our pages: what breaks under it must break here. */
const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
  "connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export interface ServedScreens {
  /** Their address, which ends with a slash. */
  readonly root: string;
  close(): Promise<void>;
}

async function buildScreens(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-screens-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome133', modulePreload: false },
  });
  await writeFile(path.join(folder, 'axe.js'), axe.source);
  return folder;
}

async function serve(folder: string): Promise<{ server: Server; root: string }> {
  const server = createServer((request, response) => {
    void (async () => {
      const name = new URL(request.url ?? '/', 'http://localhost').pathname;
      const isScreen = name.endsWith('.html');
      const file = path.join(folder, isScreen ? 'index.html' : path.normalize(name));
      try {
        const body = await readFile(file);
        const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, {
          'content-type': type,
          'content-security-policy': CSP,
          // What the browser may keep it compiles only once.
          'cache-control': isScreen ? 'no-store' : 'max-age=3600',
        });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, root: `http://127.0.0.1:${address.port}/` };
}

export async function serveScreens(): Promise<ServedScreens> {
  const folder = await buildScreens();
  const { server, root } = await serve(folder);
  return {
    root,
    async close() {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
