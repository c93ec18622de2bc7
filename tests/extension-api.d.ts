// Code that tests run inside a page or the background of the extension sees the browser's own API.
import type { Browser } from '@wxt-dev/browser';

declare global {
  const chrome: typeof Browser;
}
