/** Every topic of the guide is found, leads on, and says what is true of Nightlatch. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findTopics } from '../../components/guide/find-topics.ts';
import { topics } from '../../lib/guide/index.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '../..');
const ids = topics.map(({ id }) => id);
const textOf = (topic: (typeof topics)[number]): string => JSON.stringify(topic);

describe.each(topics)('$id', (topic) => {
  test('is named by its file, and no other topic has its name', () => {
    expect(globSync(`lib/guide/${topic.id}.ts`, { cwd: root })).toHaveLength(1);
    expect(ids.filter((id) => id === topic.id)).toHaveLength(1);
  });

  test('leads to other topics that exist', () => {
    expect(topic.related.filter((id) => !ids.includes(id) || id === topic.id)).toEqual([]);
    expect(topic.related.length).toBeGreaterThan(0);
  });

  test('is found by its title and by each of its keywords', () => {
    for (const query of [topic.title, ...topic.keywords]) {
      expect(findTopics(topics, query), query).toContain(topic);
    }
  });

  test('has sections, each with something in it', () => {
    expect(topic.sections.length).toBeGreaterThan(0);
    for (const { text = [], steps = [], points = [] } of topic.sections) {
      expect([...text, ...steps, ...points].length).toBeGreaterThan(0);
    }
  });
});

/** The switches of Chrome, Edge and Firefox. */
const PRIVATE_WINDOWS = ['Allow in Incognito', 'Allow in InPrivate', 'Run in Private Windows'];

test('who asks for private windows is told how each browser allows them', () => {
  const [first] = findTopics(topics, 'private window');
  const text = first && textOf(first);
  for (const words of PRIVATE_WINDOWS) expect(text).toContain(words);
});

test('what stands in “quotes” in the guide is on a screen of ours, or is TP-Link’s or a browser’s own', () => {
  // TP-Link’s own words: see the FAQ pages on its apps, and on 2FA of VIGI VMS.
  const tpLink = ['Disable 2FA', 'Resend', 'Did not receive a code?', 'Receive Code via Email'];
  const theirs = [...tpLink, ...PRIVATE_WINDOWS];
  const ours = Object.values(messages).map(({ message }) => message.replace(/…$/u, ''));
  const quoted = topics.flatMap((topic) =>
    [...textOf(topic).matchAll(/“([^”]+)”/gu)].map(([, words]) => words ?? ''),
  );
  expect(quoted.length).toBeGreaterThan(5);
  expect(quoted.filter((words) => ![...theirs, ...ours].includes(words))).toEqual([]);
});

test('the guide names the trouble with unlocking as the screens do', () => {
  expect(topics.find(({ id }) => id === 'cannot-unlock')?.title).toBe(messages.lost_title.message);
});

test('every link to a topic from a screen leads to one', () => {
  const sources = globSync('{components,entrypoints}/**/*.{ts,tsx}', { cwd: root });
  const linked = sources.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return [...text.matchAll(/<GuideLink topic="(?<id>[^"]+)"/gu)].map(
      ({ groups }) => groups?.['id'] ?? '',
    );
  });
  expect(linked.length).toBeGreaterThan(0);
  expect(linked.filter((id) => !ids.includes(id))).toEqual([]);
});

describe('the search', () => {
  test.each([
    ['', topics.length],
    ['   ', topics.length],
    ['qwertzuiop', 0],
    ['clock qwertzuiop', 0],
  ])('"%s" finds %i topics', (query, count) => {
    expect(findTopics(topics, query)).toHaveLength(count);
  });

  test.each([
    ['clock', 'code-rejected'],
    ['EMAIL', 'no-email'],
    ['e-mail', 'no-email'],
    ['forgot passphrase', 'cannot-unlock'],
    ['tapo', 'tapo'],
    ['disable 2fa', 'switch-off'],
    ['neuer computer', undefined],
    ['new computer', 'new-pc'],
    ['réset', 'switch-off'],
  ])('"%s" finds %s', (query, id) => {
    const found = findTopics(topics, query).map((topic) => topic.id);
    if (id === undefined) expect(found).toEqual([]);
    else expect(found).toContain(id);
  });

  test('a topic whose title has the word comes before one that only mentions it', () => {
    expect(findTopics(topics, 'tapo')[0]?.id).toBe('tapo');
    expect(findTopics(topics, 'vms local')[0]?.id).toBe('vms-local');
  });
});
