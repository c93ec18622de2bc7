import { useRef, useState } from 'preact/hooks';
import { useTask } from '../../components/ui/use-task.ts';
import { useWords } from '../../components/ui/words.ts';
import type { ErrorCode } from '../../lib/errors.ts';
import { ask } from '../../lib/protocol/client.ts';
import type { ImportAsk, ImportView } from '../../lib/protocol/views.ts';
import { readChosenFiles, type ChosenFile } from './chosen-files.ts';

/** The chosen files and what they would bring. */
export interface Listing {
  readonly files: readonly ChosenFile[];
  readonly view: ImportView;
}

export interface Import {
  readonly listing: Listing | undefined;
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly statusText: string;
  /** Ids of what was saved last; none once it was undone. */
  readonly added: readonly string[];
  readonly choose: (blobs: readonly Blob[]) => void;
  /** Tries the password of the file with this index. */
  readonly open: (index: number, password: string) => void;
  readonly save: (chosen: readonly number[]) => void;
  readonly undo: () => void;
  readonly cancel: () => void;
  readonly unlock: () => void;
}

function asksOf(files: readonly ChosenFile[]): readonly ImportAsk[] {
  return files.map(({ dataUrl, password }) =>
    password === undefined ? { dataUrl } : { dataUrl, password },
  );
}

/** An import from the choice of files to its undoing. The background keeps nothing of it meanwhile. */
export function useImport(): Import {
  const words = useWords();
  const task = useTask();
  const [listing, setListing] = useState<Listing>();
  const [added, setAdded] = useState<readonly string[]>([]);
  const [statusText, setStatusText] = useState('');
  /** Raised by cancel: the answer to what was asked before is not looked at any more. */
  const epoch = useRef(0);
  const preview = async (files: readonly ChosenFile[]): Promise<void> => {
    const begun = epoch.current;
    const view = await ask('importPreview', { files: asksOf(files) });
    if (begun === epoch.current) setListing({ files, view });
  };
  const done = (ids: readonly string[], text: string): void => {
    setListing(undefined);
    setAdded(ids);
    setStatusText(text);
  };
  const { busy, errorCode } = task;
  return {
    listing,
    busy,
    errorCode,
    statusText,
    added,
    choose: (blobs) => {
      if (blobs.length === 0) return;
      done([], '');
      task.run(async () => preview(await readChosenFiles(blobs)));
    },
    open: (index, password) => {
      const { files } = listing ?? { files: [] };
      task.run(() =>
        preview(files.map((file, at) => (at === index ? { ...file, password } : file))),
      );
    },
    save: (chosen) =>
      task.run(async () => {
        const { ids } = await ask('importAdd', { files: asksOf(listing?.files ?? []), chosen });
        const count = ids.length;
        done(ids, count === 1 ? words('import_saved_one') : words('import_saved', String(count)));
      }),
    undo: () =>
      task.run(async () => {
        await ask('importUndo', { ids: added });
        done([], words('import_undone'));
      }),
    cancel: () => {
      epoch.current += 1;
      done([], '');
    },
    unlock: () => task.run(() => ask('unlockOpen', {})),
  };
}
