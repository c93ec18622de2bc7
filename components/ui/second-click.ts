/**
 * The second click of a double click does nothing where the first one has taken its own button
 * away: what came into its place, such as another screen's button, is not what was meant.
 */
export function ignoreSecondClicks(): void {
  let first: EventTarget | null = null;
  document.addEventListener(
    'click',
    (event) => {
      // A key's click has a detail of 0.
      if (event.detail < 2) first = event.target;
      else if (first instanceof Node && !first.isConnected) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    { capture: true },
  );
}
