import type { TagCount } from '../../lib/protocol/views.ts';
import { useLanguage } from '../ui/words.ts';

interface TagChipsProps {
  readonly tags: readonly TagCount[];
  /** How many accounts there are in all. */
  readonly total: number;
  /** The tag whose accounts alone are shown; undefined: all are. */
  readonly chosen: string | undefined;
  readonly onChoose: (tag: string | undefined) => void;
}

/** One button for each tag, which leaves only its accounts in the list. */
export function TagChips({ tags, total, chosen, onChoose }: TagChipsProps) {
  const { words, formats } = useLanguage();
  const chip = (tag: string | undefined, name: string, count: number) => (
    <button
      type="button"
      key={tag === undefined ? 'all' : `tag ${tag}`}
      class="chip"
      aria-pressed={chosen === tag}
      onClick={() => onChoose(chosen === tag ? undefined : tag)}
    >
      <bdi>{name}</bdi> <span>{formats.number(count)}</span>
    </button>
  );
  return (
    <div class="chips" role="group" aria-label={words('codes_tags')}>
      {chip(undefined, words('codes_tags_all'), total)}
      {tags.map(({ tag, count }) => chip(tag, tag, count))}
    </div>
  );
}
