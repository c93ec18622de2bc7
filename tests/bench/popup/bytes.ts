import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

export interface BundleSize {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** A script and all it imports statically, as files of `folder`. */
function closure(folder: string, script: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(script)) return seen;
  seen.add(script);
  const { module } = parseSync(script, readFileSync(path.join(folder, script), 'utf8'));
  const requests = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ];
  for (const request of requests) {
    closure(folder, path.posix.join(path.posix.dirname(script), request), seen);
  }
  return seen;
}

function sizeOf(folder: string, name: string, files: Iterable<string>): BundleSize {
  const contents = [...files].map((file) => readFileSync(path.join(folder, file)));
  return {
    name,
    bytes: contents.reduce((sum, content) => sum + content.length, 0),
    gzipBytes: contents.reduce((sum, content) => sum + gzipSync(content).length, 0),
  };
}

/** Minified and compressed script of every page, the background and every content script. */
export function bundleSizes(folder: string): readonly BundleSize[] {
  const pages = globSync('*.html', { cwd: folder }).filter((file) => !file.startsWith('bare'));
  const scripts = (page: string): string[] =>
    [
      ...readFileSync(path.join(folder, page), 'utf8').matchAll(/<script[^>]*\ssrc="\/?([^"]+)"/g),
    ].map((match) => match[1] ?? '');
  return [
    ...pages.toSorted().map((page) => {
      const files = new Set<string>();
      for (const script of scripts(page)) closure(folder, script, files);
      return sizeOf(folder, page, files);
    }),
    sizeOf(folder, 'background.js', closure(folder, 'background.js')),
    ...globSync('content-scripts/*.js', { cwd: folder })
      .toSorted()
      .map((file) => sizeOf(folder, file, [file])),
  ];
}
