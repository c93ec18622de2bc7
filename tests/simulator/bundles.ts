import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LOCKFILE = join(import.meta.dirname, '..', '..', 'package-lock.json');

/**
 * Where the source of a bundle lies: `client` is the script of every page, the others what a
 * library brings. A page would else load a hundred modules, and each costs the processors more
 * than what it brings.
 */
function entryOf(name: string): string {
  return join(import.meta.dirname, name === 'client' ? 'client/main.ts' : `bundled/${name}.ts`);
}

/** Every file a bundle could be made of, and the versions of all libraries. */
async function contentHash(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(LOCKFILE));
  const entries = await readdir(import.meta.dirname, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    hash.update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 16);
}

let hashed: Promise<string> | undefined;

async function build(name: string): Promise<string> {
  // Loaded here, so that a run that finds its bundles does not wait for it.
  const { build: viteBuild } = await import('vite');
  const { sveltePlugin } = await import('./svelte-plugin.ts');
  const built = await viteBuild({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [sveltePlugin()],
    build: {
      write: false,
      minify: true,
      target: 'es2024',
      lib: { entry: entryOf(name), formats: ['es'] },
      // What a page loads from the stand-in later stays apart.
      rolldownOptions: { external: /^\/__sim\//u, output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

/**
 * A bundle, made when a page first asks for it and kept in the temporary folder
 * by the hash of its sources. Undefined when there is none of that name.
 */
export async function findBundle(name: string): Promise<string | undefined> {
  if (!/^[\w-]+$/.test(name) || !existsSync(entryOf(name))) return undefined;
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
