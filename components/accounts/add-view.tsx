import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import type { TypedFields } from '../../lib/otp/typed.ts';
import { TextField } from '../ui/text-field.tsx';
import { Icon } from '../ui/icon.tsx';
import { ViewHead } from '../ui/view-head.tsx';
import { ErrorNote } from '../ui/note.tsx';
import type { MessageKey } from '../../lib/language/messages.ts';
import { useLanguage, useWords } from '../ui/words.ts';
import { useNameCheck } from './check-name.ts';
import { ServiceField } from './service-field.tsx';
import { findSecretError, isLetterOver, isSetupLink } from './check-secret.ts';
import {
  CodeParameterFields,
  DEFAULT_PARAMETERS,
  findParameters,
} from './code-parameter-fields.tsx';

interface AddViewProps {
  /** key: the field for a setup key has the focus. */
  readonly focus: 'key' | 'title';
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly onScan: () => void;
  /** Opens the page for pictures and the camera. */
  readonly onPicture: () => void;
  /** Opens the page for files of other apps. */
  readonly onImport: () => void;
  readonly onLink: (uri: string) => void;
  readonly onTyped: (account: TypedFields) => void;
  readonly onBack: () => void;
}

/** A letter too many or too few is taken as it is: some websites give such keys. */
function secretHint(secret: string): MessageKey {
  return isLetterOver(secret) ? 'accounts_secret_odd' : 'accounts_secret_hint';
}

/** The ways that need no typing. */
function Ways(props: Pick<AddViewProps, 'onScan' | 'onPicture' | 'onImport'>) {
  const words = useWords();
  return (
    <div class="ways">
      <button type="button" class="button" onClick={props.onScan}>
        <Icon name="scan" />
        {words('accounts_scan')}
      </button>
      <button type="button" class="button" onClick={props.onPicture}>
        <Icon name="picture" />
        {words('accounts_from_picture')}
      </button>
      <button type="button" class="button" onClick={props.onImport}>
        <Icon name="import" />
        {words('import_title')}
      </button>
    </div>
  );
}

/** Every way to add an account: scan the page, a picture, the camera, a pasted set-up link, a typed secret. */
export function AddView(props: AddViewProps) {
  const { words, errorWords } = useLanguage();
  const [secret, setSecret] = useState('');
  const [issuer, setIssuer] = useState('');
  const [label, setLabel] = useState('');
  const [technical, setTechnical] = useState(DEFAULT_PARAMETERS);
  const [moment, setMoment] = useState<'while-typing' | 'finished'>('while-typing');
  const name = useNameCheck({ issuer, label });
  const form = useRef<HTMLFormElement>(null);
  // After the title has taken it, and before anybody can have typed.
  useLayoutEffect(() => {
    if (props.focus === 'key') form.current?.querySelector('input')?.focus();
  }, []);
  const link = isSetupLink(secret);
  const wrong = link ? undefined : findSecretError(secret, moment);
  const submit = (): void => {
    setMoment('finished');
    const parameters = findParameters(technical);
    if (props.busy) return;
    if (link) props.onLink(secret.trim());
    else if (findSecretError(secret, 'finished') !== undefined) {
      form.current?.querySelector('input')?.focus();
    } else if (parameters && name.isNamed())
      props.onTyped({ issuer, label, secret, ...parameters });
  };
  /** A pasted link says all there is to say: its review comes at once. */
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text') ?? '';
    const isForKey = event.target === form.current?.querySelector('input');
    if (!isForKey || props.busy || !isSetupLink(text)) return;
    event.preventDefault();
    setSecret(text);
    props.onLink(text.trim());
  };
  return (
    <main class="view">
      <ViewHead title={words('accounts_add')} onBack={props.onBack} />
      <Ways {...props} />
      <ErrorNote code={props.errorCode} />
      <form
        ref={form}
        class="form"
        onPaste={onPaste}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={words('accounts_secret_or_link')}
          value={secret}
          onValue={(value) => {
            setMoment('while-typing');
            setSecret(value);
          }}
          hint={words(link ? 'accounts_is_link' : secretHint(secret))}
          error={wrong && errorWords(wrong)}
          autocomplete="off"
          spellcheck={false}
          wide="code"
          dir="ltr"
        />
        {!link && (
          <>
            <ServiceField value={issuer} onValue={setIssuer} error={name.error} />
            <TextField
              label={words('accounts_label')}
              value={label}
              onValue={setLabel}
              dir="auto"
            />
            <CodeParameterFields value={technical} onValue={setTechnical} />
          </>
        )}
        <div class="actions actions-sticky">
          <button type="submit" class="button button-primary" aria-disabled={props.busy}>
            {words(link ? 'accounts_review' : 'accounts_save')}
          </button>
          <button type="button" class="button button-quiet" onClick={props.onBack}>
            {words('ui_cancel')}
          </button>
        </div>
      </form>
    </main>
  );
}
