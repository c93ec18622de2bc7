import { useState } from 'preact/hooks';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords, type Words } from '../../components/ui/words.ts';
import { AppError, type ErrorCode } from '../../lib/errors.ts';
import { PICTURE_FILE_BYTES_MAX } from '../../lib/limits.ts';
import { ask } from '../../lib/protocol/client.ts';
import {
  IMPORT_LIMITS,
  type ReaderAsk,
  type ReaderProgress,
} from '../../lib/protocol/reader-messages.ts';
import type { ImportChoice, ImportedIds, ImportView } from '../../lib/protocol/import-views.ts';
import { useReader } from './use-reader.ts';

const NOTHING: ImportedIds = { ids: [], replacedIds: [] };

/** The pictures of an export, a thousand of them; they are read one after the other. */
const MAX_BYTES = 1_000_000_000;

/** The chosen files and what they would bring. */
export interface Listing {
  readonly fileNames: readonly string[];
  readonly view: ImportView;
}

export interface Import {
  readonly listing: Listing | undefined;
  readonly busy: boolean;
  /** Where in the files the reading is, as long as it goes on. */
  readonly progress: ReaderProgress | undefined;
  readonly errorCode: ErrorCode | undefined;
  readonly statusText: string;
  /** What was saved last; nothing once it was undone. */
  readonly added: ImportedIds;
  readonly choose: (blobs: readonly Blob[]) => void;
  /** Tries the password of the file with this index. */
  readonly open: (index: number, password: string) => void;
  readonly save: (chosen: readonly ImportChoice[]) => void;
  readonly undo: () => void;
  /** Ends the import, and the key derivation it may be at. */
  readonly cancel: () => void;
  readonly unlock: () => void;
}

function savedWords(words: Words, count: number): string {
  return count === 1 ? words('import_saved_one') : words('import_saved', String(count));
}

/** Throws 'import-too-large'. */
function checkSize(blobs: readonly Blob[]): void {
  const bytes = blobs.reduce((sum, { size }) => sum + size, 0);
  const isTooLarge = bytes > MAX_BYTES || blobs.some(({ size }) => size > PICTURE_FILE_BYTES_MAX);
  if (isTooLarge || blobs.length > IMPORT_LIMITS.files) throw new AppError('import-too-large');
}

/**
 * An import from the choice of files to its undoing. Its files and their secrets
 * are in the reader alone, which hands them to the background by way of this page.
 */
export function useImport(): Import {
  const words = useWords();
  const { run, busy, errorCode } = useTask();
  const [progress, setProgress] = useState<ReaderProgress>();
  const reader = useReader(setProgress);
  const [listing, setListing] = useState<Listing>();
  const [added, setAdded] = useState(NOTHING);
  const [statusText, setStatusText] = useState('');
  const show = async (about: ReaderAsk, fileNames: readonly string[]): Promise<void> => {
    const view = await reader.preview(about);
    setProgress(undefined);
    if (view) setListing({ fileNames, view });
  };
  const done = (ids: ImportedIds, text: string): void => {
    reader.end();
    setListing(undefined);
    setProgress(undefined);
    setAdded(ids);
    setStatusText(text);
  };
  return {
    listing,
    busy,
    progress: busy ? progress : undefined,
    errorCode,
    statusText,
    added,
    choose: (blobs) => {
      if (blobs.length === 0) return;
      done(NOTHING, '');
      run(async () => {
        checkSize(blobs);
        reader.begin();
        // Refused while the vault is locked, before anything is read.
        await ask('importPreview', { files: [] });
        const names = blobs.map((blob) => (blob instanceof File ? blob.name : ''));
        await show({ kind: 'read', files: blobs }, names);
      });
    },
    open: (index, password) =>
      run(() => show({ kind: 'open', index, password }, listing?.fileNames ?? [])),
    save: (chosen) =>
      run(async () => {
        const files = await reader.contents();
        if (!files) return;
        const saved = await ask('importAdd', { files, chosen });
        done(saved, savedWords(words, saved.ids.length));
      }),
    undo: () =>
      run(async () => {
        await ask('importUndo', added);
        done(NOTHING, words('import_undone'));
      }),
    cancel: () => done(NOTHING, ''),
    unlock: () => run(() => ask('unlockOpen', {})),
  };
}
