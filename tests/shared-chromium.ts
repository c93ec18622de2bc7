import { connect, type Browser } from 'puppeteer-core';
import { inject } from 'vitest';

/** The Chromium that all files share; a file closes its pages and then disconnects. */
export function connectToPlain(): Promise<Browser> {
  return connect({
    browserWSEndpoint: inject('devTools'),
    defaultViewport: { width: 1280, height: 900 },
    downloadBehavior: { policy: 'deny' },
  });
}
