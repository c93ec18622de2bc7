/**
 * A handler of keys that takes Escape for itself: it cancels the question that has
 * the focus, and neither a dialog nor the popup around it hears of the key.
 */
export function onEscape(cancel: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
}
