/** A Chromium without the extension, for tests of its parts in a real page. */
import { launch, type Browser } from 'puppeteer-core';
import type { TestProject } from 'vitest/node';
import { serveScreens } from './components/harness/serve-screens.ts';
import { ensureChromium } from './e2e/driver/browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the DevTools of the one Chromium that all files share. */
    readonly devTools: string;
    /** The address under which the built screens are served; it ends with a slash. */
    readonly screens: string;
  }
}

export function launchPlain(): Promise<Browser> {
  return launch({
    executablePath: ensureChromium(),
    // Nothing of a test is left in the user's folder of downloads.
    downloadBehavior: { policy: 'deny' },
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--lang=en-US',
      '--use-fake-device-for-media-stream',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

/**
 * Once per run, named in vitest.config.ts: a start and a build take longer than most files. The
 * files run one after another, because a page is in front of all others only while no other is.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [browser, screens] = await Promise.all([launchPlain(), serveScreens()]);
  project.provide('devTools', browser.wsEndpoint());
  project.provide('screens', screens.root);
  return async () => {
    await browser.close();
    await screens.close();
  };
}
