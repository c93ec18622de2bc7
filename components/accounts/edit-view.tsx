import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import type { AccountChange, AccountView, CountedCode } from '../../lib/otp/account.ts';
import { TextField } from '../ui/text-field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ViewHead } from '../ui/view-head.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';
import { useNameCheck } from './check-name.ts';
import { ServiceField } from './service-field.tsx';
import { CodeParameterFields, findParameters, typedParameters } from './code-parameter-fields.tsx';
import { CounterHelp } from './counter-help.tsx';

interface EditViewProps {
  readonly account: AccountView;
  /** The sites that this account may be bound to: those it is bound to, and the one in the tab. */
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  /** Takes the code of a counter that lies ahead, and stores that it was taken. */
  readonly onCode: (counter: number) => Promise<CountedCode>;
  readonly onSave: (change: AccountChange) => void;
  readonly onBin: () => void;
  readonly onQr: () => void;
  readonly onBack: () => void;
}

function tagsOf(typed: string): readonly string[] {
  return [...new Set(typed.split(',').map((tag) => tag.trim()))].filter(Boolean);
}

interface SiteChoiceProps {
  readonly sites: EditViewProps['sites'];
  /** Ids of the sites that the account is bound to. */
  readonly bound: readonly string[];
  readonly onBound: (bound: readonly string[]) => void;
}

/** A checkbox for every site that the account may be bound to. */
function SiteChoice({ sites, bound, onBound }: SiteChoiceProps) {
  const words = useWords();
  return (
    <fieldset class="field">
      <legend>{words('accounts_sites')}</legend>
      {sites.map(({ id, name }) => (
        <label class="check" key={id}>
          <input
            type="checkbox"
            checked={bound.includes(id)}
            onChange={(event) => {
              const others = bound.filter((site) => site !== id);
              onBound(event.currentTarget.checked ? [...others, id] : others);
            }}
          />
          <bdi>{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

/** All fields of an account except its secret. */
export function EditView(props: EditViewProps) {
  const { account } = props;
  const words = useWords();
  const [issuer, setIssuer] = useState(account.issuer);
  const [label, setLabel] = useState(account.label);
  const [tags, setTags] = useState(account.tags.join(', '));
  const [note, setNote] = useState(account.note);
  const [pinned, setPinned] = useState(account.pinned);
  const [sites, setSites] = useState<readonly string[]>(account.sites);
  const before = typedParameters(account);
  const [technical, setTechnical] = useState(before);
  const changed = JSON.stringify(technical) !== JSON.stringify(before);
  const name = useNameCheck({ issuer, label });
  const submit = (): void => {
    const parameters = findParameters(technical);
    if (props.busy || !parameters || !name.isNamed()) return;
    const computed = changed ? { parameters } : {};
    props.onSave({ issuer, label, tags: tagsOf(tags), note, pinned, sites, ...computed });
  };
  return (
    <main class="view">
      <ViewHead title={words('accounts_edit')} onBack={props.onBack} />
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ServiceField value={issuer} onValue={setIssuer} error={name.error} />
        <TextField label={words('accounts_label')} value={label} onValue={setLabel} dir="auto" />
        <TextField
          label={words('accounts_tags')}
          value={tags}
          onValue={setTags}
          hint={words('accounts_tags_hint')}
          dir="auto"
        />
        <TextField
          label={words('accounts_note')}
          value={note}
          onValue={setNote}
          multiline="multiline"
        />
        <label class="check">
          <input
            type="checkbox"
            checked={pinned === 'pinned'}
            onChange={(event) => setPinned(event.currentTarget.checked ? 'pinned' : 'unpinned')}
          />
          {words('accounts_pinned')}
        </label>
        {props.sites.length > 0 && (
          <SiteChoice sites={props.sites} bound={sites} onBound={setSites} />
        )}
        <CodeParameterFields value={technical} onValue={setTechnical} />
        {account.type === 'hotp' && (
          <CounterHelp
            counter={account.counter}
            take={async (counter) => {
              const code = await props.onCode(counter);
              setTechnical((old) => ({ ...old, counter: String(counter + 1) }));
              return code;
            }}
          />
        )}
        {changed && (
          <Note look="warning">
            <p>{words('accounts_technical_warning')}</p>
          </Note>
        )}
        <div class="actions">
          <button type="button" class="button button-quiet" onClick={props.onQr}>
            <Icon name="scan" />
            {words('accounts_qr')}
          </button>
          <button type="button" class="button button-quiet actions-end" onClick={props.onBin}>
            <Icon name="bin" />
            {words('accounts_bin')}
          </button>
        </div>
        <ErrorNote code={props.errorCode} />
        <div class="actions actions-sticky">
          <button type="submit" class="button button-primary" aria-disabled={props.busy}>
            {words('ui_save')}
          </button>
          <button type="button" class="button button-quiet" onClick={props.onBack}>
            {words('ui_cancel')}
          </button>
        </div>
      </form>
    </main>
  );
}
