import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A copy of the built extension whose browser speaks no English: what the browser
 * shows for every key is Finnish by name, so that the English words on a screen
 * come from where only the policy's `language` leads.
 */
export async function finnishCopy(built: string): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(tmpdir(), 'nightlatch-policy-')), 'extension');
  await cp(built, folder, { recursive: true });
  const file = path.join(folder, '_locales/en/messages.json');
  const messages = JSON.parse(await readFile(file, 'utf8')) as Record<string, object>;
  await writeFile(file, JSON.stringify({ ...messages, ui_language: { message: 'fi' } }));
  return folder;
}
