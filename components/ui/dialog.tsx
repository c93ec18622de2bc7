import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from './words.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** What the button says that closes the dialog and does nothing else. */
  readonly leave?: MessageKey;
  readonly children: ComponentChildren;
}

/** A native modal dialog: it keeps the focus inside, closes on Escape, and gives the focus back. */
export function Dialog({ title, onClose, leave = 'ui_cancel', children }: DialogProps) {
  const words = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // After the first paint it would be too late: keys typed at once would go to the page behind.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <div class="form">
        <h2 id={id}>{title}</h2>
        {children}
        <div class="actions">
          <button type="button" class="button button-quiet" onClick={() => dialog.current?.close()}>
            {words(leave)}
          </button>
        </div>
      </div>
    </dialog>
  );
}
