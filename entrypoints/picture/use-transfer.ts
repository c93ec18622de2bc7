import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** What was dropped or pasted: pictures before text, because a picture's address comes with it. */
export type Transferred =
  | { readonly kind: 'pictures'; readonly pictures: readonly Blob[] }
  | { readonly kind: 'text'; readonly text: string };

function transferredIn(transfer: DataTransfer | null): Transferred | undefined {
  // Files that are no pictures as well: better a word about them than silence.
  const pictures = Array.from(transfer?.files ?? []);
  if (pictures.length > 0) return { kind: 'pictures', pictures };
  const text = transfer?.getData('text/plain') ?? '';
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

function isTyping(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('input, textarea') !== null;
}

/**
 * Drops and pastes anywhere in the document: with nothing focused a paste
 * happens at the body, and a file dropped beside what takes it would replace
 * the page by itself. Gives whether something is being dragged over the page.
 */
export function useTransfer(onTransfer: (transferred: Transferred) => void): 'over' | 'out' {
  const [over, setOver] = useState<'over' | 'out'>('out');
  const taking = useRef(onTransfer);
  taking.current = onTransfer;
  // Before the first paint: what is seen already takes a drop.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const take = (event: Event, transfer: DataTransfer | null): void => {
      if (isTyping(event)) return;
      event.preventDefault();
      const transferred = transferredIn(transfer);
      if (transferred) taking.current(transferred);
    };
    document.addEventListener('paste', (event) => take(event, event.clipboardData), { signal });
    document.addEventListener(
      'dragover',
      (event) => {
        event.preventDefault();
        setOver('over');
      },
      { signal },
    );
    document.addEventListener(
      'dragleave',
      (event) => {
        // Into another element of the page is not out of it.
        if (event.relatedTarget === null) setOver('out');
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        setOver('out');
        take(event, event.dataTransfer);
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  return over;
}
