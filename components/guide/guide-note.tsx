import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../ui/words.ts';
import { GuideLink } from './guide-link.tsx';

interface GuideNoteProps {
  readonly text: MessageKey;
  /** The id of a topic; none: the list of all topics. */
  readonly topic?: string;
}

/** What the page in the tab asks for and we do not have, and where help with it is. */
export function GuideNote({ text, topic }: GuideNoteProps) {
  const words = useWords();
  return (
    <div class="here guide-note">
      <p>{words(text)}</p>
      <GuideLink {...(topic === undefined ? {} : { topic })} />
    </div>
  );
}
