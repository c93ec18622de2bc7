import { useId, useState } from 'preact/hooks';
import type { AccountView } from '../../lib/otp/account.ts';
import { useLanguage, useWords } from '../ui/words.ts';
import { AccountChooser } from './account-chooser.tsx';
import { idsIn, type ExportScope } from './chosen-accounts.ts';
import { EXPORT_FORMS, isCodeForm, OFFERED_FORMS, type ExportForm } from './export-forms.ts';

/** What is to be exported, and how. */
export interface ExportWish {
  readonly form: ExportForm;
  readonly ids: readonly string[];
}

interface ExportChooseViewProps {
  readonly accounts: readonly AccountView[];
  /** More are too many for QR codes. */
  readonly maxAsCodes: number;
  readonly onWish: (wish: ExportWish) => void;
}

/** Asks how and which accounts to export. */
export function ExportChooseView({ accounts, maxAsCodes, onWish }: ExportChooseViewProps) {
  const { words, plural } = useLanguage();
  const [form, setForm] = useState<ExportForm>('aegis-encrypted');
  const [scope, setScope] = useState<ExportScope>({ kind: 'all' });
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ids = idsIn(accounts, scope, ticked);
  const isTooMany = isCodeForm(form) && ids.length > maxAsCodes;
  const isPart = ids.length > 0 && ids.length < accounts.length;
  const canStart = ids.length > 0 && !isTooMany;
  if (accounts.length === 0) return <p>{words('export_none')}</p>;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (canStart) onWish({ form, ids });
      }}
    >
      <FormChoice form={form} onForm={setForm} />
      <AccountChooser
        accounts={accounts}
        scope={scope}
        onScope={setScope}
        ticked={ticked}
        onTicked={setTicked}
      />
      <div class="actions import-actions">
        <p role="status">
          {form === 'backup' && isPart && words('export_backup_part', ids.length, accounts.length)}
        </p>
        <p class="field-error" role="alert">
          {isTooMany && words('export_too_many', maxAsCodes)}
        </p>
        <button type="submit" class="button button-primary" aria-disabled={!canStart}>
          {plural('export_start', ids.length)}
        </button>
      </div>
    </form>
  );
}

interface FormChoiceProps {
  readonly form: ExportForm;
  readonly onForm: (form: ExportForm) => void;
}

function FormChoice({ form, onForm }: FormChoiceProps) {
  const words = useWords();
  const id = useId();
  return (
    <fieldset class="export-forms">
      <legend>{words('export_form')}</legend>
      {OFFERED_FORMS.map((name) => (
        <label class="check" key={name}>
          <input type="radio" name={id} checked={name === form} onChange={() => onForm(name)} />
          <span class="export-form">
            <span>{words(EXPORT_FORMS[name].title)}</span>
            <span class="hint">{words(EXPORT_FORMS[name].hint)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
