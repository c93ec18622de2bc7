import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../ui/words.ts';

interface GuideNoteProps {
  readonly text: MessageKey;
  /** The links to where the help with it is. */
  readonly children: ComponentChildren;
}

/** What the page in the tab asks for and we do not have, and where help with it is. */
export function GuideNote({ text, children }: GuideNoteProps) {
  const words = useWords();
  return (
    <div class="here guide-note">
      <p>{words(text)}</p>
      <div class="actions">{children}</div>
    </div>
  );
}
