/** Files as the import page has them read, and what it hands over to the background. */
import { ImportReader } from '../../entrypoints/import-reader/import-reader.ts';
import { ownSchemas } from '../../lib/protocol/own-schemas.ts';
import type { ImportedFile } from '../../lib/protocol/import-views.ts';
import type { FilesReading } from '../../lib/protocol/reader-messages.ts';

/** A chosen file, and what the user types when asked for its password. */
export interface ChosenFile {
  readonly content: string;
  readonly password?: string;
}

export function fileOf(content: string, password?: string): ChosenFile {
  return password === undefined ? { content } : { content, password };
}

/** The files as the page has them read, and what it hands over. */
export async function read(files: readonly ChosenFile[]): Promise<FilesReading> {
  const reader = new ImportReader(() => undefined);
  await reader.answer({ kind: 'read', files: files.map(({ content }) => new Blob([content])) });
  for (const [index, { password }] of files.entries()) {
    if (password !== undefined) await reader.answer({ kind: 'open', index, password });
  }
  return reader.answer({ kind: 'again' });
}

/** What the background gets: the contents in the form in which a message carries them. */
export async function handedOver(files: readonly ChosenFile[]): Promise<readonly ImportedFile[]> {
  const { contents } = await read(files);
  return ownSchemas.importPreview(JSON.parse(JSON.stringify({ files: contents }))).files;
}
