/** A page keeps the name of its window. */
const NAME = 'nightlatch';

/** Whether this page is in the window that `moveToOwnWindow` opens. */
export function isInOwnWindow(): boolean {
  return window.name === NAME;
}

/** Shows the list of all accounts in a window of its own, in place of this page. */
export function moveToOwnWindow(): void {
  window.open('/popup.html', NAME, 'popup,width=400,height=600');
  window.close();
}
