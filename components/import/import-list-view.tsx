import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import type { ImportChoice, ImportLine, ImportView } from '../../lib/protocol/import-views.ts';
import { nameOf } from '../accounts/account-name.ts';
import { ErrorNote } from '../ui/note.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Formats } from '../../lib/language/formats.ts';
import { useLanguage } from '../ui/words.ts';
import { FilesButton } from './files-button.tsx';
import { isSavable, isTickable, useImportChoices } from './import-choices.ts';
import { ImportLineRow } from './import-line.tsx';
import { fileWordsOf } from './import-words.ts';

/** A shorter list is seen at a glance. */
const FILTERED_LINES_MIN = 8;

interface ImportListViewProps {
  readonly view: ImportView;
  readonly fileNames: readonly string[];
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  /** Whether QR codes were scanned for it, which files can complete as well. */
  readonly source: 'files' | 'scans';
  /** Adds files to the list. */
  readonly onFiles: (files: readonly Blob[]) => void;
  readonly onSave: (chosen: readonly ImportChoice[]) => void;
  readonly onCancel: () => void;
}

/** One list of all that the files hold: what is new is ticked, the rest says why it is not. */
export function ImportListView(props: ImportListViewProps) {
  const { words, plural } = useLanguage();
  const { lines } = props.view;
  const choices = useImportChoices(lines);
  const { chosen, chooseAll } = choices;
  const [filter, setFilter] = useState('');
  const isAnySavable = lines.some(isSavable);
  const shown = lines.flatMap((line, index) => (isNamed(line, filter) ? [{ line, index }] : []));
  const tickable = shown.flatMap(({ line, index }) => (isTickable(line) ? [index] : []));
  const isAll = tickable.every((index) => chosen.has(index));
  return (
    <>
      <FileNotes view={props.view} fileNames={props.fileNames} />
      {lines.length > FILTERED_LINES_MIN && (
        <TextField label={words('import_filter')} value={filter} onValue={setFilter} dir="auto" />
      )}
      {tickable.length > 1 && (
        <label class="check">
          <input
            type="checkbox"
            checked={isAll}
            onChange={() => chooseAll(tickable, isAll ? 'dropped' : 'chosen')}
          />
          <span>{words(filter === '' ? 'import_all' : 'import_all_shown')}</span>
        </label>
      )}
      <ul class="plain-list import-lines" aria-label={words('import_list')}>
        {shown.map(({ line, index }) => (
          <li key={index}>
            <ImportLineRow line={line} index={index} {...choices} />
          </li>
        ))}
      </ul>
      <ErrorNote code={props.errorCode} />
      <div class="actions import-actions">
        {isAnySavable ? (
          <button
            type="button"
            class="button button-primary"
            aria-disabled={props.busy || chosen.size === 0}
            onClick={() => {
              if (!props.busy && chosen.size > 0) props.onSave([...chosen.values()]);
            }}
          >
            {plural('import_save', chosen.size)}
          </button>
        ) : (
          <p>{words('import_nothing_new')}</p>
        )}
        <FilesButton
          label={words('import_add_files')}
          look="plain"
          busy={props.busy}
          onFiles={props.onFiles}
        />
        {props.source === 'scans' && props.view.missing.length > 0 && (
          <a class="button" href="/picture.html">
            {words('import_scan_more')}
          </a>
        )}
        <button type="button" class="button" onClick={props.onCancel}>
          {words('ui_cancel')}
        </button>
      </div>
    </>
  );
}

function isNamed(line: ImportLine, filter: string): boolean {
  return nameOf(line).toLowerCase().includes(filter.trim().toLowerCase());
}

/** Files that gave nothing, each with its reason, and codes of an export that are still to come. */
function FileNotes({ view, fileNames }: Pick<ImportListViewProps, 'view' | 'fileNames'>) {
  const { words, formats } = useLanguage();
  return (
    <div role="status" class="import-notes">
      {view.files.map((file, index) =>
        file.kind === 'refused' ? (
          <p class="note note-warning" key={index}>
            <span>
              {fileNames[index] ? (
                <>
                  <bdi>{fileNames[index]}</bdi>
                  <br />
                </>
              ) : null}
              {words(fileWordsOf(file), file.app ?? '', file.memoryMib ?? '')}
            </span>
          </p>
        ) : null,
      )}
      {view.missing.map(({ size, numbers }, index) => (
        <p class="note note-warning" key={`missing-${index}`}>
          {words('import_missing', numbersText(numbers, formats), size)}
        </p>
      ))}
    </div>
  );
}

/** An export may lack hundreds of codes; the first ones tell where to go on. */
function numbersText(numbers: readonly number[], formats: Formats): string {
  const first = formats.numbers(numbers.slice(0, 20));
  return numbers.length > 20 ? `${first} …` : first;
}
