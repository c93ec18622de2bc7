import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../lib/errors.ts';
import { Mark } from './mark.tsx';
import { ErrorNote } from './note.tsx';
import { useWords } from './words.ts';

interface MessageViewProps {
  readonly text?: string;
  readonly errorCode?: ErrorCode;
  /** Buttons for what can be done. */
  readonly children?: ComponentChildren;
}

/** A screen with a single message. */
export function MessageView({ text, errorCode, children }: MessageViewProps) {
  const words = useWords();
  return (
    <main class="view">
      <h1>
        <Mark />
        {words('ui_title')}
      </h1>
      {text !== undefined && <p role="status">{text}</p>}
      <ErrorNote code={errorCode} />
      {children}
    </main>
  );
}
