import { createContext, type ComponentChildren } from 'preact';
import { useContext, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
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

interface DialogAround {
  /** The button that closes the dialog. */
  readonly leave: ComponentChildren;
  /** Called by a form that shows that button; gives what is called when it no longer does. */
  readonly take: () => () => void;
}

const DialogContext = createContext<DialogAround | undefined>(undefined);

/** The button that closes the dialog, beside the form's own button; nothing where there is no dialog. */
export function DialogLeave() {
  const around = useContext(DialogContext);
  useLayoutEffect(() => around?.take(), []);
  return <>{around?.leave}</>;
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
  const [taken, setTaken] = useState(0);
  const take = (): (() => void) => {
    setTaken((count) => count + 1);
    return () => setTaken((count) => count - 1);
  };
  const button = (
    <button
      type="button"
      class="button"
      aria-disabled={busy === true}
      onClick={() => busy !== true && dialog.current?.close()}
    >
      {words(leave)}
    </button>
  );
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
        <DialogContext.Provider value={{ leave: button, take }}>{children}</DialogContext.Provider>
        {taken === 0 && <div class="actions">{button}</div>}
      </div>
    </dialog>
  );
}
