import { useEffect, useRef } from 'preact/hooks';
import { ask } from '../../lib/protocol/client.ts';
import type { ReaderAsk, ReaderProgress } from '../../lib/protocol/reader-messages.ts';
import type { ImportView, ImportedFile } from '../../lib/protocol/import-views.ts';
import { ReaderWorker } from './reader-worker.ts';

/** The reader of the import under way. Undefined answers are those of an import that was ended meanwhile. */
export interface Reader {
  /** A new reader, which has no files yet. */
  readonly begin: () => void;
  /** Ends the reader, and a key derivation that it may be at. */
  readonly end: () => void;
  readonly preview: (about: ReaderAsk) => Promise<ImportView | undefined>;
  /** What the background needs to save what was read; nobody keeps it. */
  readonly contents: () => Promise<readonly ImportedFile[] | undefined>;
}

export function useReader(onProgress: (progress: ReaderProgress) => void): Reader {
  const worker = useRef<ReaderWorker>(undefined);
  const end = (): void => {
    worker.current?.end();
    worker.current = undefined;
  };
  useEffect(() => end, []);
  return {
    begin: () => {
      worker.current = new ReaderWorker(onProgress);
    },
    end,
    preview: async (about) => {
      const { current } = worker;
      const reading = await current?.ask(about);
      if (!reading) return undefined;
      const { files, missing, contents } = reading;
      const lines = await ask('importPreview', { files: contents });
      return current === worker.current ? { files, lines, missing } : undefined;
    },
    contents: async () => (await worker.current?.ask({ kind: 'again' }))?.contents,
  };
}
