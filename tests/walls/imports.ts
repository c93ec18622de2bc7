import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';
import { forbiddenToContentScripts, pageFilesOfScript } from './content-scripts.ts';
import { packages, rooms } from './rooms.ts';

/** One import as it stands in a file. */
export interface Import {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  /** As written; 'unreadable' marks a dynamic import whose name is computed. */
  readonly specifier: string;
  readonly kind: 'value' | 'types';
}

const SOURCES = ['entrypoints/**/*.{ts,tsx,html}', 'components/**/*.{ts,tsx}', 'lib/**/*.{ts,tsx}'];

/** Every import of every shipped file under `root`: static, dynamic, type-only, and those of HTML. */
export function readImports(root: string): readonly Import[] {
  const files = [...globSync(SOURCES, { cwd: root }), 'wxt.config.ts'];
  return files
    .map((file) => file.replaceAll(path.sep, '/'))
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return file.endsWith('.html') ? htmlImports(file, text) : moduleImports(file, text);
    });
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function htmlImports(file: string, text: string): Import[] {
  return [...text.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]*)"/g)].map((match) => ({
    file,
    line: lineAt(text, match.index),
    specifier: match[1] ?? '',
    kind: 'value',
  }));
}

interface Source {
  readonly type: string;
  readonly start: number;
  readonly value?: unknown;
}

function moduleImports(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (source: Source | null | undefined, kind: Import['kind']): void => {
    if (!source) return;
    const specifier = typeof source.value === 'string' ? source.value : 'unreadable';
    found.push({ file, line: lineAt(text, source.start), specifier, kind });
  };
  const parsed = parseSync(file, text);
  if (parsed.errors.length > 0) throw new Error(`${file} does not parse`);
  new Visitor({
    ImportDeclaration: (node) =>
      add(node.source, isTypeOnly(node.importKind, node.specifiers) ? 'types' : 'value'),
    ExportNamedDeclaration: (node) =>
      add(node.source, isTypeOnly(node.exportKind, node.specifiers) ? 'types' : 'value'),
    ExportAllDeclaration: (node) =>
      add(node.source, node.exportKind === 'type' ? 'types' : 'value'),
    ImportExpression: (node) => add(node.source, 'value'),
    TSImportType: (node) => add(node.source, 'types'),
    TSExternalModuleReference: (node) => add(node.expression, 'value'),
  }).visit(parsed.program);
  return found;
}

interface Specifier {
  readonly type: string;
  readonly importKind?: string;
  readonly exportKind?: string;
}

function isTypeOnly(kind: string | undefined, specifiers: readonly Specifier[]): boolean {
  const isType = (one: Specifier): boolean =>
    one.importKind === 'type' || one.exportKind === 'type';
  return kind === 'type' || (specifiers.length > 0 && specifiers.every(isType));
}

/** The room of a file, or undefined: then nobody may import it and it may import nothing. */
export function findRoom(file: string): (typeof rooms)[number] | undefined {
  return rooms.find((room) => room.files.test(file));
}

/** The file an import leads to, relative to the root, or undefined for a package. */
function findTarget(one: Import): string | undefined {
  if (!one.specifier.startsWith('.')) return undefined;
  return path.posix.normalize(path.posix.join(path.posix.dirname(one.file), one.specifier));
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Why this import is not allowed, or undefined when it is. */
export function findObjection(one: Import): string | undefined {
  const from = findRoom(one.file);
  if (!from) return `${one.file} belongs to no room`;
  const target = findTarget(one);
  if (target === undefined) {
    const name = packageOf(one.specifier);
    const owners = Object.hasOwn(packages, name) ? packages[name] : undefined;
    if (!owners) return `'${one.specifier}' is not listed`;
    return owners.includes(from.name) ? undefined : `${name} belongs to ${owners.join(', ')}`;
  }
  const to = findRoom(target);
  if (!to) return `${target} belongs to no room`;
  if (isEntrypoint(target)) {
    const sameFolder = target.split('/')[1] === one.file.split('/')[1];
    return sameFolder ? undefined : 'nobody imports an entrypoint';
  }
  if (to.name === from.name) return undefined;
  const grants = from.imports;
  const granted =
    grants.includes(to.name) ||
    grants.includes(target) ||
    (one.kind === 'types' && grants.includes(`${to.name} (types)`));
  return granted ? undefined : `${from.name} may not import ${to.name} for its ${one.kind}`;
}

function isEntrypoint(file: string): boolean {
  return file.startsWith('entrypoints/');
}

/** What a file leads to: the files it imports, by `kinds` of import. */
function readGraph(
  imports: readonly Import[],
  kinds: readonly Import['kind'][],
): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  for (const one of imports) {
    const target = kinds.includes(one.kind) ? findTarget(one) : undefined;
    if (target !== undefined) next.set(one.file, [...(next.get(one.file) ?? []), target]);
  }
  return next;
}

/** Every file reached from `start`, with the chain of imports that leads there. */
function followImports(
  graph: ReadonlyMap<string, readonly string[]>,
  start: string,
): ReadonlyMap<string, readonly string[]> {
  const chains = new Map<string, readonly string[]>();
  const follow = (file: string, chain: readonly string[]): void => {
    if (chains.has(file)) return;
    const here = [...chain, file];
    chains.set(file, here);
    for (const target of graph.get(file) ?? []) follow(target, here);
  };
  follow(start, []);
  return chains;
}

/** The first file of each content script, by the script's name ('prompt.content'). */
function contentScripts(imports: readonly Import[]): ReadonlyMap<string, string> {
  const scripts = new Map<string, string>();
  for (const { file } of imports) {
    const [, name] = /^entrypoints\/([^/]+\.content)\/index\.ts$/.exec(file) ?? [];
    if (name !== undefined) scripts.set(name, file);
  }
  return scripts;
}

/** Chains from a content script to something it must never reach, type-only imports included. */
export function findForbiddenChains(imports: readonly Import[]): readonly string[] {
  const graph = readGraph(imports, ['value', 'types']);
  const found = new Set<string>();
  for (const start of contentScripts(imports).values()) {
    for (const [file, chain] of followImports(graph, start)) {
      for (const [what, files] of Object.entries(forbiddenToContentScripts)) {
        if (files.test(file)) found.add(`${chain.join(' → ')} reaches ${what}`);
      }
    }
  }
  return [...found];
}

/** Files of lib/page that a content script carries and may not, each with the chain that leads there. */
export function findExcessFiles(imports: readonly Import[]): readonly string[] {
  const graph = readGraph(imports, ['value']);
  return [...contentScripts(imports)].flatMap(([script, start]) => {
    const allowed = pageFilesOfScript[script];
    return [...followImports(graph, start)]
      .filter(([file]) => file.startsWith('lib/page/') && !allowed?.test(file))
      .map(([, chain]) => `${script} carries ${chain.join(' → ')}`);
  });
}

/** Circles of imports between files, and pairs of rooms that import each other, types included. */
export function findCircles(imports: readonly Import[]): readonly string[] {
  const graph = readGraph(imports, ['value', 'types']);
  const circles = new Set<string>();
  for (const file of graph.keys()) {
    for (const target of graph.get(file) ?? []) {
      const back = target === file ? [file] : followImports(graph, target).get(file);
      if (back) circles.add(back.toSorted().join(' ↔ '));
    }
  }
  const between = new Set<string>();
  for (const one of imports) {
    const target = findTarget(one);
    const from = findRoom(one.file)?.name;
    const to = target === undefined ? undefined : findRoom(target)?.name;
    if (from === undefined || to === undefined || from === to) continue;
    if (between.has(`${to} → ${from}`)) circles.add(`${from} ↔ ${to}`);
    between.add(`${from} → ${to}`);
  }
  return [...circles];
}
