import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { copyOfProject, runIn } from './walls/copy.ts';

const copies: string[] = [];
afterAll(() => copies.forEach((copy) => rmSync(copy, { recursive: true })));

/** Digest of every file of a fresh build in a folder of its own. */
function build(browser: 'chrome' | 'firefox'): Readonly<Record<string, string>> {
  const copy = copyOfProject();
  copies.push(copy);
  const built = runIn(copy, 'wxt', 'build', '-b', browser);
  expect(built.status, built.output).toBe(0);
  const output = path.join(copy, `.output/${browser}-mv3`);
  const files = globSync('**/*', { cwd: output }).filter((file) =>
    statSync(path.join(output, file)).isFile(),
  );
  return Object.fromEntries(
    files.toSorted().map((file) => {
      const content = readFileSync(path.join(output, file));
      expect(content.includes(copy), `${file} names the folder it was built in`).toBe(false);
      return [file, createHash('sha256').update(content).digest('hex')];
    }),
  );
}

describe.each(['chrome', 'firefox'] as const)('the build for %s', (browser) => {
  test('is the same, byte for byte, from two folders', () => {
    const one = build(browser);
    expect(Object.keys(one)).toContain('manifest.json');
    expect(build(browser)).toEqual(one);
  });
});
