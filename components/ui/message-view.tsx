import type { ErrorCode } from '../../lib/errors.ts';
import { ErrorNote } from './note.tsx';
import { useWords } from './words.ts';

interface MessageViewProps {
  readonly text?: string;
  readonly errorCode?: ErrorCode;
}

/** A screen with nothing but one thing to say. */
export function MessageView({ text, errorCode }: MessageViewProps) {
  const words = useWords();
  return (
    <main class="view">
      <h1>{words('ui_title')}</h1>
      {text !== undefined && <p role="status">{text}</p>}
      <ErrorNote code={errorCode} />
    </main>
  );
}
