import { useWords } from '../ui/words.ts';

interface GuideLinkProps {
  /** The id of a topic; none: the list of all topics. */
  readonly topic?: string;
}

/** Leads to the guide, or to one topic of it, in a tab of its own. */
export function GuideLink({ topic }: GuideLinkProps) {
  const words = useWords();
  const href = topic === undefined ? '/guide.html' : `/guide.html#${topic}`;
  return (
    <a href={href} target="_blank" rel="noopener">
      {words('guide_link')}
    </a>
  );
}
