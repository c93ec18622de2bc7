import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const components = path.resolve(import.meta.dirname, '../../components');
const read = (name: string): string => readFileSync(path.join(components, name), 'utf8');
const importedBy = (name: string): string[] =>
  [...read(name).matchAll(/@import '\.\/(.+)';/gu)].map(([, sheet]) => sheet ?? '');

test('theme.css and pages.css import the style sheet of every component, each once', () => {
  const sheets = globSync('*/*.css', { cwd: components });
  const imported = [...importedBy('theme.css'), ...importedBy('pages.css')];
  expect(imported.toSorted()).toEqual(sheets.toSorted());
});

test('no media query in a style sheet of the popup asks for the size of the window', () => {
  // While the popup grows, each would have the browser compute all its styles anew, more than once.
  const queries = importedBy('theme.css').flatMap((sheet) =>
    [...read(sheet).matchAll(/@(?:media|container)[^{]*/gu)].map(([query]) => `${sheet} ${query}`),
  );
  expect(queries.length).toBeGreaterThan(5);
  expect(queries.filter((query) => /width|height|inline-size|block-size/u.test(query))).toEqual([]);
});
