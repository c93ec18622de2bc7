import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findBundle } from './bundles.ts';

export interface Asset {
  readonly type: string;
  readonly body: string;
}

const require = createRequire(import.meta.url);

/** Not every package exports its files, so the folder is looked for where Node would look. */
function packageFile(path: string): string {
  const folders = require.resolve.paths(path) ?? [];
  return folders.map((folder) => join(folder, path)).find((file) => existsSync(file)) ?? path;
}

/** The pages' style sheet, and those of the libraries. */
const SHEETS: Readonly<Record<string, string>> = {
  'page.css': join(import.meta.dirname, 'client/page.css'),
  'antd.css': packageFile('ant-design-vue/dist/reset.css'),
  'element-plus.css': packageFile('element-plus/dist/index.css'),
};

const cache = new Map<string, Asset>();

async function load(name: string): Promise<Asset | undefined> {
  const sheet = SHEETS[name];
  if (sheet !== undefined) {
    return { type: 'text/css; charset=utf-8', body: await readFile(sheet, 'utf8') };
  }
  const script = /^([\w-]+)\.js$/.exec(name)?.[1];
  const body = script === undefined ? undefined : await findBundle(script);
  return body === undefined ? undefined : { type: 'text/javascript; charset=utf-8', body };
}

/** A style sheet, or a script that bundles.ts makes; undefined when there is none of that name. */
export async function findAsset(name: string): Promise<Asset | undefined> {
  const cached = cache.get(name);
  if (cached !== undefined) return cached;
  const asset = await load(name);
  if (asset !== undefined) cache.set(name, asset);
  return asset;
}
