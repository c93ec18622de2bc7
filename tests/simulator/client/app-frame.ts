import { element } from './element.ts';

const CROSS_HOST = 'use1-vms.tplinkcloud.com';

/** The product inside a frame of a shell (G3), at its own address or on another host (G3X). */
export function appFrame(flow: 'G3' | 'G3X'): HTMLElement {
  const url = new URL('/essential/index.html', location.href);
  url.search = location.search;
  url.searchParams.set('flow', 'G1');
  url.hash = location.hash;
  if (flow === 'G3X') url.hostname = CROSS_HOST;
  return element('iframe', { class: 'sim-app-frame', src: url.href });
}
