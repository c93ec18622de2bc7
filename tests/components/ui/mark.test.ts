import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** The path of the key as a file draws it; the icon's own file may end its numbers with zeros. */
function keyIn(file: string): string | undefined {
  const drawn = /(?<=['"])M44 32[^'"]+/u.exec(readFileSync(path.join(root, file), 'utf8'))?.[0];
  return drawn?.replaceAll(/(\.\d*?)0+(?=\D)/gu, '$1');
}

test.each(['components/ui/mark.tsx', 'lib/page/dom/mark.ts'])(
  '%s draws the key of our icon',
  (file) => {
    expect(keyIn(file)).toMatch(/^M44 32a.+Z$/u);
    expect(keyIn(file)).toBe(keyIn('public/icon/source.svg'));
  },
);
