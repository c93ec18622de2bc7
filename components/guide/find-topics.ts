import type { Topic, TopicSection } from '../../lib/guide/topic.ts';

/** Case, accents and the kind of a dash do not decide whether a word is found. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[-‐‑]/gu, '');
}

function textOf({ heading = '', text = [], steps = [], points = [] }: TopicSection): string {
  return [heading, ...text, ...steps, ...points].join(' ');
}

/** What a word is worth that is found in the title, in the keywords or the lead, in the text. */
const WORTH = [100, 10, 1] as const;

function scoreOf(topic: Topic, sought: readonly string[]): number {
  const places = [
    topic.title,
    `${topic.keywords.join(' ')} ${topic.lead}`,
    topic.sections.map(textOf).join(' '),
  ].map(plain);
  let score = 0;
  for (const word of sought) {
    const worth = WORTH.reduce(
      (sum, each, place) => (places[place]?.includes(word) ? sum + each : sum),
      0,
    );
    if (worth === 0) return 0;
    score += worth;
  }
  return score;
}

/** The topics that have every word of the query, the best first; all of them for an empty query. */
export function findTopics(topics: readonly Topic[], query: string): readonly Topic[] {
  const sought = plain(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (sought.length === 0) return topics;
  return topics
    .map((topic) => ({ topic, score: scoreOf(topic, sought) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ topic }) => topic);
}
