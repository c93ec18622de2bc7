/** The texts for the stores fit their fields, and the pipeline runs nothing that can change under it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const listing = read('.github/store/listing.md');

/** The first paragraph under a heading of the listing, or all of its text. */
function textUnder(heading: string, part: 'first' | 'all'): string {
  const [, after = ''] = listing.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  const text = section.trim();
  return part === 'all' ? text : (text.split('\n\n')[0] ?? '');
}

describe('the listing', () => {
  test("has a name that fits Edge's 45 characters and says that it is unofficial", () => {
    const name = textUnder('Name', 'first');
    expect(name).toMatch(/^Nightlatch\b.*\bunofficial\b/u);
    expect(name.length).toBeLessThanOrEqual(45);
  });

  test("has a summary that fits Chrome's 132 characters", () => {
    const summary = textUnder('Summary', 'all');
    expect(summary).toContain('Not made by TP-Link');
    expect(summary.length).toBeLessThanOrEqual(132);
  });

  test("has a description between Edge's 250 and 10,000 characters", () => {
    const description = textUnder('Description', 'all');
    expect(description.length).toBeGreaterThan(250);
    expect(description.length).toBeLessThanOrEqual(10_000);
    // The stores show the text as it is.
    expect(description).not.toMatch(/[*`#]/u);
  });

  test("has a single purpose that fits Chrome's 1,000 characters", () => {
    expect(textUnder('Single purpose', 'all').length).toBeLessThanOrEqual(1000);
  });
});

test('the changelog has a heading for the version', () => {
  expect(read('CHANGELOG.md')).toContain(`\n## ${packageJson.version}\n`);
});

test('the release of a tag has the archives and the pictures of the listings', () => {
  const workflow = read('.github/workflows/test-and-release.yml');
  const [, release = ''] = workflow.split('gh release create');
  const [command = ''] = release.split('\n');
  expect(command).toContain('.output/release/*.zip');
  expect(command).toContain('.output/store/*.png');
});

test('every action of the pipeline is pinned to a commit', () => {
  const workflow = read('.github/workflows/test-and-release.yml');
  const used = [...workflow.matchAll(/uses: (?<action>\S+)/gu)].map(
    ({ groups }) => groups?.['action'],
  );
  expect(used.length).toBeGreaterThan(0);
  for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/u);
});
