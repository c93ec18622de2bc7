import { isToolbarPopup } from '../../lib/browser/current-tab.ts';

/**
 * Firefox leaves the popup open, over the page that it has opened: it then
 * closes itself. In a window of its own it covers nothing, and stays.
 */
function closeOverPage(): void {
  if (location.protocol === 'moz-extension:' && isToolbarPopup()) window.close();
}

/** Opens another page of ours, and takes the popup out of its way. */
export function openPage(path: string): void {
  window.open(path);
  closeOverPage();
}

/** Takes the popup out of the way of every page that a link of it opens. */
export function closeAfterLinks(): void {
  document.addEventListener('click', ({ target }) => {
    const isLink = target instanceof Element && target.closest('a[target="_blank"]') !== null;
    // The browser follows the link first.
    if (isLink) setTimeout(closeOverPage);
  });
}
