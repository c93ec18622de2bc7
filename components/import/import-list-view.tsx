import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import type { ImportLine, ImportView } from '../../lib/protocol/import-views.ts';
import { nameOf } from '../accounts/account-name.ts';
import { ErrorNote } from '../ui/note.tsx';
import { useLanguage, type Words } from '../ui/words.ts';
import { ENTRY_WORDS, fileWordsOf, LINE_WORDS } from './import-words.ts';

interface ImportListViewProps {
  readonly view: ImportView;
  readonly fileNames: readonly string[];
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  /** The indexes of the ticked lines. */
  readonly onSave: (chosen: readonly number[]) => void;
  readonly onCancel: () => void;
}

function isSavable({ kind }: ImportLine): boolean {
  return kind === 'new' || kind === 'same-name' || kind === 'trashed';
}

/** One list of all that the files hold: what is new is ticked, the rest says why it is not. */
export function ImportListView(props: ImportListViewProps) {
  const { words } = useLanguage();
  const { view, fileNames } = props;
  const savable = view.lines.flatMap((line, index) => (isSavable(line) ? [index] : []));
  const ticked = savable.filter((index) => view.lines[index]?.kind !== 'trashed');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(ticked));
  const toggle = (index: number): void => {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  const isAll = chosen.size === savable.length;
  const saveWords =
    chosen.size === 1 ? words('import_save_one') : words('import_save', String(chosen.size));
  return (
    <>
      <FileNotes view={view} fileNames={fileNames} />
      {savable.length > 1 && (
        <label class="check">
          <input
            type="checkbox"
            checked={isAll}
            onChange={() => setChosen(new Set(isAll ? [] : savable))}
          />
          <span>{words('import_all')}</span>
        </label>
      )}
      <ul class="plain-list import-lines" aria-label={words('import_list')}>
        {view.lines.map((line, index) => (
          <li key={index}>
            <Line
              line={line}
              checked={chosen.has(index)}
              onToggle={isSavable(line) ? () => toggle(index) : undefined}
            />
          </li>
        ))}
      </ul>
      <ErrorNote code={props.errorCode} />
      <div class="actions import-actions">
        {savable.length > 0 ? (
          <button
            type="button"
            class="button button-primary"
            aria-disabled={props.busy || chosen.size === 0}
            onClick={() => {
              if (!props.busy && chosen.size > 0) props.onSave([...chosen]);
            }}
          >
            {saveWords}
          </button>
        ) : (
          <p>{words('import_nothing_new')}</p>
        )}
        <button type="button" class="button" onClick={props.onCancel}>
          {words('ui_cancel')}
        </button>
      </div>
    </>
  );
}

/** Files that gave nothing, each with its reason, and codes of an export that are still to come. */
function FileNotes({ view, fileNames }: Pick<ImportListViewProps, 'view' | 'fileNames'>) {
  const { words } = useLanguage();
  return (
    <div role="status">
      {view.files.map((file, index) =>
        file.kind === 'refused' ? (
          <p class="note note-warning" key={index}>
            <span>
              <bdi>{fileNames[index]}</bdi>
              <br />
              {words(fileWordsOf(file), file.app ?? '', String(file.memoryMib ?? ''))}
            </span>
          </p>
        ) : null,
      )}
      {view.missing.map(({ size, numbers }, index) => (
        <p class="note note-warning" key={`missing-${index}`}>
          {words('import_missing', numbersText(numbers), String(size))}
        </p>
      ))}
    </div>
  );
}

/** An export may lack hundreds of codes; the first ones tell where to go on. */
function numbersText(numbers: readonly number[]): string {
  const first = numbers.slice(0, 20).join(', ');
  return numbers.length > 20 ? `${first} …` : first;
}

interface LineProps {
  readonly line: ImportLine;
  readonly checked: boolean;
  readonly onToggle: (() => void) | undefined;
}

function Line({ line, checked, onToggle }: LineProps) {
  const { words, errorWords } = useLanguage();
  const place = line.line === undefined ? '' : words('import_place', String(line.line));
  const name = nameOf(line) || place || words('import_nameless');
  const text = (
    <span class="import-line">
      <bdi>{name}</bdi>
      <span class={line.kind === 'refused' ? 'field-error' : 'hint'}>
        {reasonOf(line, words, errorWords)}
      </span>
    </span>
  );
  if (!onToggle) return text;
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={onToggle} />
      {text}
    </label>
  );
}

function reasonOf(line: ImportLine, words: Words, errorWords: (code: ErrorCode) => string): string {
  if (line.kind !== 'refused') return words(LINE_WORDS[line.kind]);
  if (line.code) return errorWords(line.code);
  return words(ENTRY_WORDS[line.reason ?? 'damaged']);
}
