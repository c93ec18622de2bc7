import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from './words.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** What the button says that closes the dialog and does nothing else. */
  readonly leave?: MessageKey;
  /** What cannot be taken back any more is under way, so the dialog stays until it has ended. */
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}

/** A native modal dialog: it keeps the focus inside, closes on Escape, and gives the focus back. */
export function Dialog({ title, onClose, leave = 'ui_cancel', busy, children }: DialogProps) {
  const words = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // After the first paint it would be too late: keys typed at once would go to the page behind.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // The focus may have gone to a button at its end, which scrolls there.
    shown?.scrollTo(0, 0);
    // One that is only taken out of the document does not give the focus back.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby={id}
      onClose={() => dialog.current && onClose()}
      // Not the event 'cancel': Chromium lets nobody prevent a second one.
      onKeyDown={(event) => busy === true && event.key === 'Escape' && event.preventDefault()}
    >
      <div class="form">
        <h2 id={id}>{title}</h2>
        {children}
        <div class="actions">
          <button
            type="button"
            class="button button-quiet"
            aria-disabled={busy === true}
            onClick={() => busy !== true && dialog.current?.close()}
          >
            {words(leave)}
          </button>
        </div>
      </div>
    </dialog>
  );
}
