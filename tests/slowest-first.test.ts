import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SLOWEST } from './slowest-first.ts';

test('every file that begins first exists', () => {
  const root = path.resolve(import.meta.dirname, '..');
  expect(SLOWEST.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
