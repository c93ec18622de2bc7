/** A folder of page records (dev.json, render.mjs, serve.mjs), which stays outside this project. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The facts of a record this bench reads. */
export interface PageRecord {
  readonly id: string;
  readonly product: string;
  readonly kind: string;
  readonly language: string;
  readonly translated?: boolean;
  readonly framework?: string;
  readonly fields: readonly { readonly role: string }[];
}

interface Folder {
  loadSets(): Readonly<Record<string, ReadonlyMap<string, PageRecord>>>;
  serve(): Promise<{ readonly srv: { close(): void }; readonly port: number }>;
}

export interface ServedRecords {
  readonly records: readonly PageRecord[];
  urlOf(record: PageRecord, variant: string): string;
  close(): void;
}

/** Serves every set of `folder` on a port of this machine. */
export async function serveRecords(folder: string): Promise<ServedRecords> {
  const source = (await import(pathToFileURL(resolve(folder, 'serve.mjs')).href)) as Folder;
  const { srv, port } = await source.serve();
  const setOf = new Map<PageRecord, string>();
  for (const [set, records] of Object.entries(source.loadSets()))
    for (const record of records.values()) setOf.set(record, set);
  return {
    records: [...setOf.keys()],
    urlOf: (record, variant) =>
      `http://127.0.0.1:${port}/${setOf.get(record)}/${encodeURIComponent(record.id)}?v=${variant}`,
    close: () => srv.close(),
  };
}
