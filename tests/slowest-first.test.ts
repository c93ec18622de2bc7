import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SLOWEST, WAITING } from './slowest-first.ts';

test('every file that begins first, or is run beside the others, exists', () => {
  const root = path.resolve(import.meta.dirname, '..');
  expect([...SLOWEST, ...WAITING].filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
});
