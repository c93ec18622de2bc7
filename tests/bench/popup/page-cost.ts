import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import path from 'node:path';
import { build } from 'vite';
import { launch } from '../../e2e/driver/launch.ts';
import { prepareVault } from '../../e2e/driver/nightlatch.ts';
import { enrolledAccount, signIn, waitForSignedIn } from '../../e2e/driver/stand-in.ts';
import { startSimulator } from '../../simulator/server.ts';
import { printRows } from '../figures.ts';

const USER = 'enrolled@example.com';
const SECONDS = 5;

/** What a page may throw in with every frame; by name, because it runs in the page. */
const STIRS = ['900 words', '90 rows', '200 more', '900 classes'] as const;
type Stir = (typeof STIRS)[number];

/** In the page, until `window.stirs` is another. */
function stir(kind: Stir): void {
  const box = document.createElement('div');
  box.style.cssText = 'height:100px;overflow:hidden';
  document.body.append(box);
  const word = (at: number): HTMLElement => {
    const made = document.createElement('b');
    made.textContent = String(at);
    return made;
  };
  const row = (): HTMLElement => {
    const made = document.createElement('div');
    made.append(...Array.from({ length: 9 }, (_, at) => word(at)));
    return made;
  };
  const state = window as { stirs?: string };
  state.stirs = kind;
  const frame = (): void => {
    if (state.stirs !== kind) return box.remove();
    if (kind === '900 words')
      box.replaceChildren(...Array.from({ length: 900 }, (_, at) => word(at)));
    if (kind === '90 rows') box.replaceChildren(...Array.from({ length: 90 }, row));
    if (kind === '200 more') {
      if (box.childElementCount > 6000) box.replaceChildren();
      box.append(...Array.from({ length: 200 }, () => document.createElement('div')));
    }
    if (kind === '900 classes') {
      if (!box.firstChild) box.append(...Array.from({ length: 900 }, (_, at) => word(at)));
      for (const each of box.children) each.classList.toggle('a');
    }
    requestAnimationFrame(frame);
  };
  frame();
}

/** Share of the main thread's time spent under scripts whose file ends so, what they call included. */
function shareOf(
  { nodes, samples = [], timeDeltas = [] }: Protocol.Profiler.Profile,
  file: string,
) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((kid) => [kid, id])),
  );
  const isOurs = (id: number | undefined): boolean => {
    for (let at = id; at !== undefined; at = parents.get(at))
      if (byId.get(at)?.callFrame.url.endsWith(file)) return true;
    return false;
  };
  let ours = 0;
  let all = 0;
  for (const [at, id] of samples.entries()) {
    all += timeDeltas[at] ?? 0;
    if (isOurs(id)) ours += timeDeltas[at] ?? 0;
  }
  return (100 * ours) / all;
}

async function measureStir(page: Page, session: CDPSession, kind: Stir): Promise<string[]> {
  const pause = (seconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await page.evaluate(stir, kind);
  await pause(1);
  await session.send('Profiler.start');
  await pause(SECONDS);
  const { profile } = await session.send('Profiler.stop');
  await page.evaluate(() => {
    (window as { stirs?: string }).stirs = '';
  });
  return [
    kind,
    ...['prompt.js', 'fill.js'].map((file) => `${shareOf(profile, file).toFixed(1)} %`),
  ];
}

/** One detection in the extension's own world of the page, where closed shadow roots are looked into. */
async function measureDetection(session: CDPSession, contextId: number): Promise<string[]> {
  const entry = path.resolve(import.meta.dirname, '../../lib/page/room.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'room' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('lib/page was not bundled.');
  const evaluate = async (expression: string): Promise<number> => {
    const answer = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      returnByValue: true,
    });
    return Number(answer.result.value);
  };
  const { code } = output.output[0];
  const nodes = await evaluate(
    `${code};globalThis.room=room;document.querySelectorAll('*').length`,
  );
  const inMs = (ms: number): string => `${ms.toFixed(1)} ms`;
  return [
    String(nodes),
    inMs(await evaluate('room.timeDetection(30)')),
    inMs(await evaluate('room.timeWalk(30)')),
  ];
}

/** What our scripts cost a page of 5,000 nodes that asks for nothing. */
export async function measurePageCost(extension: string): Promise<void> {
  const simulator = await startSimulator({ config: { flow: 'G1', mfa: 'none', clutter: 'nodes' } });
  const driven = await launch({ simulator, extension });
  await prepareVault(driven, [enrolledAccount(simulator, USER)]);
  const page = await driven.newPage();
  const session = await page.createCDPSession();
  let ours = 0;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) ours = context.id;
  });
  await session.send('Runtime.enable');
  await signIn(page, USER);
  await waitForSignedIn(page);
  const detection = await measureDetection(session, ours);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  const shares: string[][] = [];
  for (const kind of STIRS) shares.push(await measureStir(page, session, kind));
  await driven.close();
  await simulator.stop();
  printRows('Looking for a code field, best of 30', [
    ['nodes', 'a look', 'a bare walk'],
    detection,
  ]);
  printRows('Share of the page while it stirs each frame', [
    ['', 'prompt.js', 'fill.js'],
    ...shares,
  ]);
}
