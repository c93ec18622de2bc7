import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { findBundle } from './bundles.ts';

export interface Asset {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** The libraries' own browser builds, by the name a page asks for. */
const LIBRARIES: Readonly<Record<string, string>> = {
  'vue.js': 'vue/dist/vue.runtime.global.prod.js',
  'dayjs.js': 'dayjs/dayjs.min.js',
  'dayjs-customParseFormat.js': 'dayjs/plugin/customParseFormat.js',
  'dayjs-weekday.js': 'dayjs/plugin/weekday.js',
  'dayjs-localeData.js': 'dayjs/plugin/localeData.js',
  'dayjs-weekOfYear.js': 'dayjs/plugin/weekOfYear.js',
  'dayjs-weekYear.js': 'dayjs/plugin/weekYear.js',
  'dayjs-advancedFormat.js': 'dayjs/plugin/advancedFormat.js',
  'dayjs-quarterOfYear.js': 'dayjs/plugin/quarterOfYear.js',
  'antd.js': 'ant-design-vue/dist/antd.min.js',
  'antd-reset.css': 'ant-design-vue/dist/reset.css',
  'element-plus.js': 'element-plus/dist/index.full.min.js',
  'element-plus.css': 'element-plus/dist/index.css',
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const require = createRequire(import.meta.url);
const cache = new Map<string, Asset>();

/** Our own client modules are TypeScript without a build: Node blanks the types out. */
function stripTypes(source: string): string {
  // The function is announced as experimental on standard error at its first use; nobody reading
  // the stand-in's output can do anything about that.
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Not every package exports its files, so the folder is looked for where Node would look. */
function packageFile(path: string): string {
  const folders = require.resolve.paths(path) ?? [];
  return folders.map((folder) => join(folder, path)).find((file) => existsSync(file)) ?? path;
}

async function load(path: string): Promise<Asset | undefined> {
  if (path.startsWith('lib/')) {
    const library = LIBRARIES[path.slice('lib/'.length)];
    if (library === undefined) return undefined;
    const body = await readFile(packageFile(library));
    return { type: TYPES[extname(library)] ?? 'application/octet-stream', body };
  }
  if (path.startsWith('bundle/')) {
    const code = await findBundle(path.slice('bundle/'.length).replace(/\.js$/, ''));
    return code === undefined ? undefined : { type: TYPES['.js'] ?? '', body: code };
  }
  const inside = normalize(path);
  const type = TYPES[extname(inside)];
  if (type === undefined || inside.startsWith('..')) return undefined;
  const file = join(import.meta.dirname, inside);
  if (!existsSync(file)) return undefined;
  const source = await readFile(file, 'utf8');
  return { type, body: inside.endsWith('.ts') ? stripTypes(source) : source };
}

/** `lib/vue.js` or a client module's path below this folder; undefined when there is none. */
export async function findAsset(path: string): Promise<Asset | undefined> {
  const cached = cache.get(path);
  if (cached !== undefined) return cached;
  const asset = await load(path);
  if (asset !== undefined) cache.set(path, asset);
  return asset;
}
