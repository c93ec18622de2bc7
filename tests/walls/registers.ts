import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The rooms that grow by one file and one line, and what in them is no member. */
export const registers: readonly { readonly room: string; readonly others: readonly string[] }[] = [
  { room: 'lib/sites', others: ['index.ts', 'site.ts', 'grant.ts'] },
  { room: 'lib/formats', others: ['index.ts', 'format.ts'] },
  { room: 'lib/guide', others: ['index.ts', 'topic.ts'] },
];

/** Member files of the room whose export is not in an array of its index.ts. */
export async function findUnregistered(root: string, room: string): Promise<readonly string[]> {
  const others = registers.find((one) => one.room === room)?.others ?? [];
  const folder = path.join(root, room);
  if (!existsSync(folder)) return [];
  const index = await load(path.join(folder, 'index.ts'));
  const registered = new Set(
    Object.values(index).flatMap((value) => (Array.isArray(value) ? value : [])),
  );
  const missing: string[] = [];
  for (const file of globSync('*.ts', { cwd: folder }).filter((one) => !others.includes(one))) {
    const member = await load(path.join(folder, file));
    if (!Object.values(member).some((value) => registered.has(value))) missing.push(file);
  }
  return missing;
}

async function load(file: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>;
}
