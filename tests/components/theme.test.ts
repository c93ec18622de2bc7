import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const components = path.resolve(import.meta.dirname, '../../components');

test('theme.css imports the style sheet of every component, each once', () => {
  const theme = readFileSync(path.join(components, 'theme.css'), 'utf8');
  const imported = [...theme.matchAll(/@import '\.\/(.+)';/gu)].map(([, name]) => name ?? '');
  const sheets = globSync('*/*.css', { cwd: components });
  expect(imported.toSorted()).toEqual(sheets.toSorted());
});
