/** Runs lib/page in a real page, in an isolated world of its own as a content script does. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import path from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { build } from 'vite';
import { connectToPlain } from '../../shared-chromium.ts';

/** One tab with lib/page beside it, out of the page's reach. */
export interface InPage {
  readonly page: Page;
  /** Shows `html`, with lib/page loaded anew. */
  show(html: string): Promise<void>;
  /** Evaluates in our world; `room` is what the bundled file exports, by default room.ts. */
  ours<Value>(expression: string): Promise<Value>;
  close(): Promise<void>;
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'room' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('lib/page was not bundled.');
  return output.output[0].code;
}

/** By their entry: the files that share a worker share what was bundled. */
const bundles = new Map<string, Promise<string>>();

function getBundle(entry: string): Promise<string> {
  const bundled = bundles.get(entry) ?? bundle(entry);
  bundles.set(entry, bundled);
  return bundled;
}

async function newWorld(session: CDPSession, script: string): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'nightlatch',
  });
  await session.send('Runtime.evaluate', {
    expression: `${script};globalThis.room = room;0`,
    contextId: executionContextId,
  });
  return executionContextId;
}

export async function openInPage(
  entry = path.resolve(import.meta.dirname, 'room.ts'),
): Promise<InPage> {
  const script = await getBundle(entry);
  const browser = await connectToPlain();
  // Pages may ask their server something: only requests over the network are seen by others.
  const server = createServer((_request, reply) => reply.end('<!doctype html>'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  let world = 0;
  return {
    page,
    async show(html) {
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.setContent(`<!doctype html><meta charset="utf-8">${html}`);
      world = await newWorld(session, script);
    },
    async ours<Value>(expression: string): Promise<Value> {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: world,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as Value;
    },
    async close() {
      await page.close();
      await browser.disconnect();
      server.close();
      server.closeAllConnections();
    },
  };
}
