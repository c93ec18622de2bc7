import { useEffect, useState } from 'preact/hooks';
import { isShut } from '../../components/import/import-choose-view.tsx';
import { useTask } from '../../components/ui/use-task.ts';
import { useLanguage } from '../../components/ui/words.ts';
import type { ErrorCode } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ImportChoice, ImportedIds } from '../../lib/protocol/import-views.ts';
import { withKnownOutcome } from '../../lib/protocol/lost-reply.ts';
import type { OwnRequests } from '../../lib/protocol/own-messages.ts';
import type { ReaderProgress } from '../../lib/protocol/reader-messages.ts';
import { EXPORT_LIST, forgetExports } from '../../lib/protocol/save-scan.ts';
import { useListing, type Listing, type Sources } from './use-listing.ts';
import { useReturn } from '../../components/ui/use-return.ts';

const NOTHING: ImportedIds = { ids: [], replacedIds: [] };

export interface Import {
  readonly listing: Listing | undefined;
  readonly busy: boolean;
  /** Where in the files the reading is, as long as it goes on. */
  readonly progress: ReaderProgress | undefined;
  readonly errorCode: ErrorCode | undefined;
  readonly statusText: string;
  /** What was saved last; nothing once it was undone. */
  readonly added: ImportedIds;
  /** What it was read from, which can still be read by others. */
  readonly addedFrom: Sources['kind'];
  /** Begins with these files, or adds them to the list. */
  readonly choose: (blobs: readonly Blob[]) => void;
  /** Tries the password of the file with this index. */
  readonly open: (index: number, password: string) => void;
  readonly save: (chosen: readonly ImportChoice[]) => void;
  readonly undo: () => void;
  /** Ends the import, and the key derivation it may be at. */
  readonly cancel: () => void;
  readonly unlock: () => void;
}

/** Whether this page was opened for the exports that were scanned. */
function isForScans(): boolean {
  return `${location.pathname}${location.hash}` === EXPORT_LIST;
}

/** Undefined where the reply was lost: a list that is made anew says of each account whether it is saved. */
function saveLines(
  asked: Parameters<OwnRequests['importAdd']>[0],
): Promise<ImportedIds | undefined> {
  return withKnownOutcome<ImportedIds | 'unknown'>(
    () => ask('importAdd', asked),
    async () => 'unknown',
  ).then((saved) => (saved === 'unknown' ? undefined : saved));
}

/**
 * An import from the choice of files to its undoing. Its files and their secrets
 * are in the reader alone, which hands them to the background by way of this page.
 */
export function useImport(): Import {
  const { words, plural } = useLanguage();
  const { run, busy, errorCode } = useTask();
  const { listing, sources, progress, ...list } = useListing();
  const [added, setAdded] = useState(NOTHING);
  const [statusText, setStatusText] = useState('');
  const done = (ids: ImportedIds, text: string): void => {
    if (sources.kind === 'scans') forgetExports();
    list.end();
    setAdded(ids);
    setStatusText(text);
  };
  const begin = async (chosen: Sources, text = ''): Promise<void> => {
    setAdded(NOTHING);
    setStatusText(text);
    await list.begin(chosen);
  };
  useEffect(() => {
    if (!isForScans()) return;
    run(async () => {
      const texts = await ask('scannedExports', {});
      if (texts.length > 0) await begin({ kind: 'scans', blobs: [new Blob([texts.join('\n')])] });
    });
  }, []);
  // Whoever comes back from the window for keys has unlocked the vault there.
  useReturn(() => {
    if (isShut(errorCode) && !listing) run(() => begin(sources));
  });
  return {
    listing,
    busy,
    progress: busy ? progress : undefined,
    errorCode,
    statusText,
    added,
    addedFrom: sources.kind,
    choose: (blobs) => {
      if (blobs.length === 0) return;
      run(() => (listing ? list.add(blobs) : begin({ kind: 'files', blobs })));
    },
    open: (index, password) => run(() => list.open(index, password)),
    save: (chosen) =>
      run(async () => {
        const files = await list.contents();
        if (!files) return;
        const saved = await saveLines({ files, from: sources.kind, chosen });
        if (saved) done(saved, plural('import_saved', saved.ids.length));
        else await begin(sources, words('import_interrupted'));
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
