import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../ui/words.ts';

interface GuideLinkProps {
  /** The id of a topic; none: the list of all topics. */
  readonly topic?: string;
  /** The words of the link, where several stand side by side. */
  readonly label?: MessageKey;
  /** quiet: looks like the quiet buttons beside it. */
  readonly look?: 'quiet';
}

/** Leads to the guide, or to one topic of it, in a tab of its own. */
export function GuideLink({ topic, label, look }: GuideLinkProps) {
  const words = useWords();
  const href = topic === undefined ? '/guide.html' : `/guide.html#${topic}`;
  return (
    <a
      class={look ? `button button-${look}` : 'lone-link'}
      href={href}
      target="_blank"
      rel="noopener"
    >
      {words(label ?? 'guide_link')}
    </a>
  );
}
