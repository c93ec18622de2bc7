import { useEffect, useState } from 'preact/hooks';
import { GuideView } from '../../components/guide/guide-view.tsx';
import { TopicView } from '../../components/guide/topic-view.tsx';
import { topics } from '../../lib/guide/index.ts';
import type { Topic } from '../../lib/guide/topic.ts';

function findTopic(id: string): Topic | undefined {
  return topics.find((topic) => topic.id === id);
}

/** The guide: the topic that the address names, else all of them. */
export function GuideScreen() {
  const [id, setId] = useState(location.hash.slice(1));
  useEffect(() => {
    const life = new AbortController();
    const show = (): void => setId(location.hash.slice(1));
    window.addEventListener('hashchange', show, { signal: life.signal });
    return () => life.abort();
  }, []);
  const topic = findTopic(id);
  if (!topic) return <GuideView topics={topics} />;
  const related = topic.related.flatMap((each) => findTopic(each) ?? []);
  return <TopicView topic={topic} related={related} />;
}
