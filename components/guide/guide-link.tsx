import { useWords } from '../ui/words.ts';

interface GuideLinkProps {
  /** The id of a topic; none: the list of all topics. */
  readonly topic?: string;
  /** quiet: looks like the quiet buttons beside it. */
  readonly look?: 'quiet';
}

/** Leads to the guide, or to one topic of it, in a tab of its own. */
export function GuideLink({ topic, look }: GuideLinkProps) {
  const words = useWords();
  const href = topic === undefined ? '/guide.html' : `/guide.html#${topic}`;
  return (
    <a {...(look && { class: `button button-${look}` })} href={href} target="_blank" rel="noopener">
      {words('guide_link')}
    </a>
  );
}
