import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'bundled');
const LOCKFILE = join(import.meta.dirname, '..', '..', 'package-lock.json');

/** Every file a bundle could be made of, and the versions of all libraries. */
async function contentHash(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(LOCKFILE));
  for (const folder of ['bundled', 'client']) {
    const path = join(import.meta.dirname, folder);
    for (const name of (await readdir(path)).sort()) hash.update(await readFile(join(path, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

let hashed: Promise<string> | undefined;

async function build(name: string): Promise<string> {
  // Loaded here, so that a run that shows none of these pages does not wait for it.
  const { build: viteBuild } = await import('vite');
  const { sveltePlugin } = await import('./svelte-plugin.ts');
  const built = await viteBuild({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [sveltePlugin()],
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: { entry: join(FOLDER, `${name}.ts`), formats: ['es'] },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

/**
 * A variant of a library without a browser build, bundled when a page first
 * asks for it and kept in the temporary folder by the hash of its sources.
 * Undefined when there is no such variant.
 */
export async function findBundle(name: string): Promise<string | undefined> {
  if (!/^[\w-]+$/.test(name) || !existsSync(join(FOLDER, `${name}.ts`))) return undefined;
  hashed ??= contentHash();
  const folder = join(tmpdir(), `nightlatch-stand-in-${await hashed}`);
  const file = join(folder, `${name}.js`);
  if (existsSync(file)) return readFile(file, 'utf8');
  const code = await build(name);
  await mkdir(folder, { recursive: true });
  // Renamed into place: another process may be reading or building the same one.
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, code);
  await rename(fresh, file);
  return code;
}
