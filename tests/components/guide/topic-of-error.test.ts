import { expect, test } from 'vitest';
import { TOPIC_OF_ERROR } from '../../../components/guide/topic-of-error.ts';
import { topics } from '../../../lib/guide/index.ts';

test('every error that leads to the guide leads to a topic that is there', () => {
  const ids = new Set(topics.map(({ id }) => id));
  expect(Object.values(TOPIC_OF_ERROR).filter((topic) => !ids.has(topic))).toEqual([]);
});
