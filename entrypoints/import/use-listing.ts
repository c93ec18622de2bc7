import { useRef, useState } from 'preact/hooks';
import { AppError } from '../../lib/errors.ts';
import { PICTURE_FILE_BYTES_MAX } from '../../lib/limits.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ImportedFile, ImportView } from '../../lib/protocol/import-views.ts';
import {
  IMPORT_LIMITS,
  type ReaderAsk,
  type ReaderProgress,
} from '../../lib/protocol/reader-messages.ts';
import { useReader } from './use-reader.ts';

/** The pictures of an export, a thousand of them; they are read one after the other. */
const MAX_BYTES = 1_000_000_000;

/** Chosen files, or the texts of the codes that were scanned. */
export interface Sources {
  readonly kind: 'files' | 'scans';
  readonly blobs: readonly Blob[];
}

/** The chosen files and what they would bring. */
export interface Listing {
  readonly source: Sources['kind'];
  readonly fileNames: readonly string[];
  readonly view: ImportView;
}

export interface ListingState {
  readonly listing: Listing | undefined;
  /** What is being read, or was read last. */
  readonly sources: Sources;
  readonly progress: ReaderProgress | undefined;
  /** Lists these alone. Throws 'vault-locked', 'vault-absent', 'import-too-large'. */
  readonly begin: (chosen: Sources) => Promise<void>;
  /** Adds files to the list. Throws 'import-too-large'. */
  readonly add: (blobs: readonly Blob[]) => Promise<void>;
  /** Tries the password of the file with this index. */
  readonly open: (index: number, password: string) => Promise<void>;
  /** Undefined when it was ended meanwhile. */
  readonly contents: () => Promise<readonly ImportedFile[] | undefined>;
  /** Ends the reading, and a key derivation that it may be at. */
  readonly end: () => void;
}

/** Throws 'import-too-large'. */
function checkSize(blobs: readonly Blob[]): void {
  const bytes = blobs.reduce((sum, { size }) => sum + size, 0);
  const isTooLarge = bytes > MAX_BYTES || blobs.some(({ size }) => size > PICTURE_FILE_BYTES_MAX);
  if (isTooLarge || blobs.length > IMPORT_LIMITS.files) throw new AppError('import-too-large');
}

/** What an import reads, and the list of what is in it. The files and their secrets are in the reader alone. */
export function useListing(): ListingState {
  const [progress, setProgress] = useState<ReaderProgress>();
  const reader = useReader(setProgress);
  const [listing, setListing] = useState<Listing>();
  const [sources, setSources] = useState<Sources>({ kind: 'files', blobs: [] });
  const latest = useRef(sources);
  const setLatest = (next: Sources): void => {
    latest.current = next;
    setSources(next);
  };
  const show = async (about: ReaderAsk): Promise<void> => {
    const view = await reader.preview(about);
    setProgress(undefined);
    if (!view) return;
    const { kind, blobs } = latest.current;
    const fileNames = blobs.map((blob) => (blob instanceof File ? blob.name : ''));
    setListing({ source: kind, fileNames, view });
  };
  const end = (): void => {
    reader.end();
    setListing(undefined);
    setProgress(undefined);
  };
  return {
    listing,
    sources,
    progress,
    begin: async (chosen) => {
      end();
      setLatest(chosen);
      checkSize(chosen.blobs);
      reader.begin();
      // Refused while the vault is locked, before anything is read.
      await ask('importPreview', { files: [] });
      await show({ kind: 'read', files: chosen.blobs });
    },
    add: async (blobs) => {
      const { kind, blobs: before } = latest.current;
      checkSize([...before, ...blobs]);
      setLatest({ kind, blobs: [...before, ...blobs] });
      await show({ kind: 'read', files: blobs });
    },
    open: (index, password) => show({ kind: 'open', index, password }),
    contents: () => reader.contents(),
    end,
  };
}
