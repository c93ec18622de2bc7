/** Tests that share a worker share what they import: none of them may replace a module. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { REPLACING_MODULES } from '../vitest.config.ts';

const root = path.resolve(import.meta.dirname, '..');
const replaces = (file: string): boolean =>
  /\bvi\.(?:mock|doMock)\(/u.test(readFileSync(path.join(root, file), 'utf8'));

test('a module is replaced only where each file has a worker of its own', () => {
  const found = globSync('tests/**/*.{ts,tsx}', { cwd: root }).filter(replaces);
  expect(found).not.toEqual([]);
  const isIsolated = (file: string): boolean =>
    REPLACING_MODULES.some((folder) => file.startsWith(folder));
  expect(found.filter((file) => !isIsolated(file))).toEqual([]);
});
