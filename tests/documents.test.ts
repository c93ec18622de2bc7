/** The documents name files and folders that exist. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const documents = globSync(
  ['*.md', '{lib,components,entrypoints,tests,public}/**/*.md', '.github/**/*.md'],
  { cwd: root },
);

/** Where a path of the project begins; what a build or a run makes is no part of it. */
const TOP =
  /^(?:lib|components|entrypoints|tests|public|\.ci|\.github)\/|^(?:wxt\.config\.ts|package\.json|[A-Z]+\.md)$/u;
const PATH = /^[\w.@-]+(?:\/[\w.@-]*)+$/u;

function read(document: string): string {
  return readFileSync(path.join(root, document), 'utf8');
}

/** Targets of relative links, and code spans that are paths of the project or of the README's folder. */
function pathsIn(document: string): readonly string[] {
  const text = read(document);
  const links = [...text.matchAll(/\]\((?<target>[^)#\s]+)(?:#[^)]*)?\)/gu)]
    .map(({ groups }) => groups?.['target'] ?? '')
    .filter((target) => !/^[a-z]+:/u.test(target));
  const spans = [...text.matchAll(/`(?<span>[^`\n]+)`/gu)]
    .map(({ groups }) => groups?.['span'] ?? '')
    .filter((span) => TOP.test(span) || (document.includes('/') && PATH.test(span)));
  return [...links, ...spans];
}

function exists(document: string, name: string): boolean {
  return [path.join(root, path.dirname(document), name), path.join(root, name)].some(existsSync);
}

/** Whether a line of a table is its head, or the rule below that. */
function isHead(line: string, next = ''): boolean {
  return [line, next].some((each) => each.startsWith('|---'));
}

/** The rows of the tables under a heading of DEVELOPERS.md, without their heads. */
function rowsUnder(heading: string): readonly string[] {
  const [, section = ''] = read('DEVELOPERS.md').split(`\n## ${heading}\n`);
  const [here = ''] = section.split('\n## ');
  return here
    .split('\n')
    .filter((line, at, lines) => line.startsWith('|') && !isHead(line, lines[at + 1]));
}

test('every link and every path in a document leads to something', () => {
  expect(documents).toContain('README.md');
  const lost = documents.flatMap((document) =>
    pathsIn(document)
      .filter((name) => !exists(document, name))
      .map((name) => `${document}: ${name}`),
  );
  expect(lost).toEqual([]);
});

test("'Where is …?' answers at least twenty questions, each with a path", () => {
  const rows = rowsUnder('Where is …?');
  expect(rows.length).toBeGreaterThanOrEqual(20);
  const pathless = rows.filter(
    (row) => ![...row.matchAll(/`([^`]+)`/gu)].some(([, span]) => TOP.test(span ?? '')),
  );
  expect(pathless).toEqual([]);
});

test('the glossary has at least fifteen words, each once and in the order of the alphabet', () => {
  const words = rowsUnder('Glossary').map((row) => row.split('|')[1]?.trim() ?? '');
  expect(words.length).toBeGreaterThanOrEqual(15);
  const { compare } = new Intl.Collator('en');
  expect(words).toEqual([...new Set(words)].toSorted(compare));
});
