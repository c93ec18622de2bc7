import type { ErrorCode } from '../../lib/errors.ts';
import type { ImportChoice, ImportLine } from '../../lib/protocol/import-views.ts';
import { nameOf } from '../accounts/account-name.ts';
import { SelectField } from '../ui/select-field.tsx';
import type { Words } from '../../lib/language/language.ts';
import { useLanguage, useWords } from '../ui/words.ts';
import { type ImportChoices, isTickable } from './import-choices.ts';
import { ENTRY_WORDS, LINE_WORDS } from './import-words.ts';

interface ImportLineRowProps extends ImportChoices {
  readonly line: ImportLine;
  readonly index: number;
}

/** One account of the files: a tick where it can be saved, what will happen to it, and what it asks. */
export function ImportLineRow({ line, index, ...choices }: ImportLineRowProps) {
  const { words, errorWords } = useLanguage();
  const choice = choices.chosen.get(index);
  const place = line.line === undefined ? '' : words('import_place', line.line);
  const text = (
    <span class="import-line">
      <bdi>{nameOf(line) || place || words('import_nameless')}</bdi>
      <span class={line.kind === 'refused' ? 'field-error' : 'hint'}>
        {reasonOf(line, choice, words, errorWords)}
      </span>
      {line.assumed && <span class="hint">{words('accounts_period_assumed')}</span>}
    </span>
  );
  return (
    <>
      {isTickable(line) ? (
        <label class="check">
          <input
            type="checkbox"
            checked={choice !== undefined}
            onChange={() => (choice ? choices.drop(index) : choices.choose({ index }))}
          />
          {text}
        </label>
      ) : (
        text
      )}
      {line.maybeSteam && <SteamField {...choices} {...line.maybeSteam} index={index} />}
      {line.kind === 'same-name' && choice && (
        <DuplicateField choice={choice} onChoose={choices.choose} />
      )}
    </>
  );
}

interface SteamFieldProps extends ImportChoices {
  readonly index: number;
  readonly digits: number;
}

/** The file calls it an ordinary account, and its name says Steam: nothing is guessed. */
function SteamField({ index, digits, ...choices }: SteamFieldProps) {
  const words = useWords();
  const choice = choices.chosen.get(index);
  const value = choice === undefined ? 'skip' : (choice.type ?? 'totp');
  return (
    <SelectField
      label={words('accounts_type')}
      value={value}
      options={[
        { value: 'skip', label: words('import_steam_skip') },
        { value: 'steam', label: words('accounts_type_steam') },
        { value: 'totp', label: words('accounts_steam_digits', digits) },
      ]}
      onValue={(chosen) => {
        if (chosen === 'skip') return choices.drop(index);
        const { type: _type, ...rest } = choice ?? { index };
        return choices.choose(chosen === 'steam' ? { ...rest, type: chosen } : rest);
      }}
    />
  );
}

interface DuplicateFieldProps {
  readonly choice: ImportChoice;
  readonly onChoose: (choice: ImportChoice) => void;
}

/** Another secret under a name that is there: what becomes of the saved one is the user's word. */
function DuplicateField({ choice, onChoose }: DuplicateFieldProps) {
  const words = useWords();
  return (
    <SelectField
      label={words('import_same_name')}
      value={choice.duplicate ?? 'keep-both'}
      options={[
        { value: 'keep-both', label: words('accounts_keep_both') },
        { value: 'replace', label: words('import_replace') },
      ]}
      onValue={(duplicate) => onChoose({ ...choice, duplicate })}
    />
  );
}

function reasonOf(
  line: ImportLine,
  choice: ImportChoice | undefined,
  words: Words,
  errorWords: (code: ErrorCode) => string,
): string {
  if (line.kind === 'refused') {
    return line.code ? errorWords(line.code) : words(ENTRY_WORDS[line.reason ?? 'damaged']);
  }
  if (line.maybeSteam && !choice) return words('accounts_steam_question');
  if (choice?.duplicate === 'replace') return words('import_line_replace');
  return words(LINE_WORDS[line.kind]);
}
