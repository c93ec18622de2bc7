import { useState } from 'preact/hooks';
import type { Topic } from '../../lib/guide/topic.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { Icon } from '../ui/icon.tsx';
import { useLanguage, useWords } from '../ui/words.ts';
import { findTopics } from './find-topics.ts';

const GROUPS: readonly (readonly [Topic['group'], MessageKey])[] = [
  ['trouble', 'guide_trouble'],
  ['task', 'guide_task'],
  ['system', 'guide_system'],
];

interface TopicListProps {
  readonly topics: readonly Topic[];
  readonly label: string;
}

/** Links to topics, each with the sentence that says whether it is the right one. */
export function TopicList({ topics, label }: TopicListProps) {
  return (
    <ul class="guide-list" aria-label={label} lang="en" dir="ltr">
      {topics.map(({ id, title, lead }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
          <p class="hint">{lead}</p>
        </li>
      ))}
    </ul>
  );
}

/** Every topic by its group, and a search over all of their words. */
export function GuideView({ topics }: { readonly topics: readonly Topic[] }) {
  const { words, plural } = useLanguage();
  const [query, setQuery] = useState('');
  const isSearching = query.trim() !== '';
  const found = findTopics(topics, query);
  return (
    <main>
      <h1>{words('guide_title')}</h1>
      <label class="search guide-search">
        <Icon name="search" />
        <span class="unseen">{words('guide_search')}</span>
        <input
          type="search"
          class="input"
          placeholder={words('guide_search')}
          value={query}
          autocomplete="off"
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </label>
      <p class="hint guide-count" role="status">
        {isSearching &&
          (found.length === 0 ? words('guide_none') : plural('guide_found', found.length))}
      </p>
      {isSearching ? (
        found.length > 0 && <TopicList topics={found} label={words('guide_title')} />
      ) : (
        <GroupedTopics topics={topics} />
      )}
      <p class="hint guide-source">{words('guide_source')}</p>
    </main>
  );
}

function GroupedTopics({ topics }: { readonly topics: readonly Topic[] }) {
  const words = useWords();
  return (
    <>
      {GROUPS.map(([group, key]) => (
        <section key={group}>
          <h2>{words(key)}</h2>
          <TopicList topics={topics.filter((topic) => topic.group === group)} label={words(key)} />
        </section>
      ))}
    </>
  );
}
