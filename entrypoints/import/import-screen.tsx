import { ImportChooseView } from '../../components/import/import-choose-view.tsx';
import { ImportListView } from '../../components/import/import-list-view.tsx';
import { ImportPasswordForm } from '../../components/import/import-password-form.tsx';
import { BackLink } from '../../components/ui/back-link.tsx';
import { Status } from '../../components/ui/note.tsx';
import { useDropAndPaste } from '../../components/ui/use-drop-and-paste.ts';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useWords } from '../../components/ui/words.ts';
import { useImport, type Import } from './use-import.ts';
import type { Listing } from './use-listing.ts';

const DELETE_WORDS: Readonly<Record<Listing['source'], MessageKey>> = {
  files: 'import_delete_file',
  scans: 'import_delete_pictures',
};

/** Imports what other apps exported: files, their passwords, one list, one saving, one undo. */
export function ImportScreen() {
  const words = useWords();
  const state = useImport();
  const { listing, busy, errorCode, added, progress } = state;
  const counted = progress && progress.of > 1 ? progress : undefined;
  const busyText = counted
    ? words('import_reading_file', counted.file, counted.of)
    : words('import_busy');
  const drag = useDropAndPaste((transferred) => {
    state.choose(
      transferred.kind === 'pictures' ? transferred.pictures : [new Blob([transferred.text])],
    );
  });
  return (
    <main class="view">
      <BackLink href="/options.html#transfer" label={words('settings_transfer')} />
      <h1>{words('import_title')}</h1>
      {listing ? (
        <ListingScreen state={state} listing={listing} />
      ) : (
        <ImportChooseView
          busy={busy}
          errorCode={errorCode}
          drag={drag}
          onFiles={state.choose}
          onUnlock={state.unlock}
        />
      )}
      <Status text={busy ? busyText : state.statusText}>
        {busy && !listing && (
          <button type="button" class="button button-small" onClick={state.cancel}>
            {words('ui_cancel')}
          </button>
        )}
        {added.ids.length > 0 && !busy && (
          <button type="button" class="button button-small" onClick={state.undo}>
            {words('import_undo')}
          </button>
        )}
      </Status>
      {busy && (
        // Nobody knows how far a key derivation is: then the bar has no value.
        <progress
          class="import-progress"
          aria-label={busyText}
          {...(counted ? { value: counted.file - 1, max: counted.of } : {})}
        />
      )}
      {added.ids.length > 0 && <p class="note">{words(DELETE_WORDS[state.addedFrom])}</p>}
    </main>
  );
}

/** The first file that still needs its password, or else the list. */
function ListingScreen({ state, listing }: { readonly state: Import; readonly listing: Listing }) {
  const { fileNames, view } = listing;
  const index = view.files.findIndex(({ kind }) => kind.endsWith('-password'));
  const locked = view.files[index];
  const { busy, errorCode } = state;
  if (locked) {
    return (
      <ImportPasswordForm
        key={index}
        fileName={fileNames[index] ?? ''}
        app={locked.app ?? ''}
        answer={locked.kind === 'wrong-password' ? 'wrong-password' : 'needs-password'}
        memoryMib={locked.memoryMib}
        busy={busy}
        errorCode={errorCode}
        onPassword={(password) => state.open(index, password)}
        onCancel={state.cancel}
      />
    );
  }
  return (
    <ImportListView
      // Files that were added make another list, with other lines.
      key={fileNames.length}
      view={view}
      fileNames={fileNames}
      busy={busy}
      errorCode={errorCode}
      source={listing.source}
      onFiles={state.choose}
      onSave={state.save}
      onCancel={state.cancel}
    />
  );
}
