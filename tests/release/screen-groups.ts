/** All screens, in the order in which one browser comes to them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch } from '../e2e/driver/launch.ts';
import { lockVault } from '../e2e/driver/nightlatch.ts';
import { startSimulator } from '../simulator/server.ts';
import { BEFORE_VAULT, OVER_LOCKED, OVER_VAULT, saveBackup } from './other-screens.ts';
import { LONG_LISTS, POPUPS_OVER_PAGES } from './popup-screens.ts';
import { fillVault, LOCKED, WITH_VAULT, WITHOUT_VAULT } from './screen-list.ts';
import type { ReachedScreen, Screen, Stage } from './screen.ts';

interface Group {
  readonly name: string;
  readonly enter: (stage: Stage) => Promise<void>;
  readonly screens: readonly (Screen | ReachedScreen)[];
}

export const GROUPS: readonly Group[] = [
  {
    name: 'before there is a vault',
    enter: async () => undefined,
    screens: [...WITHOUT_VAULT, ...BEFORE_VAULT],
  },
  {
    name: 'over an open vault',
    enter: async (stage) => {
      await fillVault(stage.driven);
      await saveBackup(stage);
    },
    screens: [...WITH_VAULT, ...OVER_VAULT, ...POPUPS_OVER_PAGES, ...LONG_LISTS],
  },
  {
    name: 'over a locked vault',
    enter: ({ driven }) => lockVault(driven),
    screens: [...LOCKED, ...OVER_LOCKED],
  },
];

/** One browser for all of them; `close` removes what it left. */
export async function openStage(extension?: string): Promise<Stage & { close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-screens-'));
  const simulator = await startSimulator();
  // The usual screen without a display is smaller than the windows that are opened in it.
  const args = ['--screen-info={1600x1200}'];
  const driven = await launch({ simulator, args, ...(extension !== undefined && { extension }) });
  const close = async (): Promise<void> => {
    await driven.close();
    await simulator.stop();
    await rm(folder, { recursive: true });
  };
  return { driven, simulator, folder, close };
}

/** Comes to a screen at its usual size, shows it, and closes all that was opened for it. */
export async function visit(
  stage: Stage,
  screen: Screen | ReachedScreen,
  show: (page: Page) => Promise<void>,
): Promise<void> {
  const { browser } = stage.driven;
  const before = new Set(await browser.pages());
  const page = 'reach' in screen ? await screen.reach(stage) : await stage.driven.newPage();
  await page.setViewport(screen.size);
  if ('file' in screen) {
    await page.goto(stage.driven.urlOf(screen.file));
    await page.waitForSelector('#app > *');
    await screen.prepare?.(page);
  }
  await show(page);
  for (const one of [page, ...(await browser.pages())])
    if (!before.has(one) && !one.isClosed()) await one.close();
}
