import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What was dropped or pasted. Pictures go before text, because a picture comes with its address as text. */
export type Transferred =
  | { readonly kind: 'pictures'; readonly pictures: readonly Blob[] }
  | { readonly kind: 'text'; readonly text: string };

function transferredIn(transfer: DataTransfer | null): Transferred | undefined {
  // Files that are no pictures count, too: an error about them is better than silence.
  const pictures = Array.from(transfer?.files ?? []);
  if (pictures.length > 0) return { kind: 'pictures', pictures };
  const text = transfer?.getData('text/plain') ?? '';
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

function isTyping(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('input, textarea') !== null;
}

/**
 * Takes drops and pastes anywhere in the document: a paste with nothing focused
 * happens at the body, and a file dropped outside a drop target would replace the
 * page. Gives whether the user drags something over the page.
 */
export function useDropAndPaste(onTransfer: (transferred: Transferred) => void): 'over' | 'out' {
  const [drag, setDrag] = useState<'over' | 'out'>('out');
  const latest = useRef(onTransfer);
  latest.current = onTransfer;
  // A layout effect runs before the first paint: whatever the user sees takes a drop.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const take = (event: Event, transfer: DataTransfer | null): void => {
      // Text goes into its field; a file that the browser is left with takes the place of the page.
      if (isTyping(event) && (transfer?.files.length ?? 0) === 0) return;
      event.preventDefault();
      const transferred = transferredIn(transfer);
      if (transferred) latest.current(transferred);
    };
    document.addEventListener('paste', (event) => take(event, event.clipboardData), { signal });
    document.addEventListener(
      'dragover',
      (event) => {
        event.preventDefault();
        setDrag('over');
      },
      { signal },
    );
    document.addEventListener(
      'dragleave',
      (event) => {
        // A drag that leaves for another element of the page stays over the page.
        if (event.relatedTarget === null) setDrag('out');
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        setDrag('out');
        take(event, event.dataTransfer);
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  return drag;
}
