import { useContext } from 'preact/hooks';
import type { AccountView } from '../../lib/otp/account.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';
import { FoundText, SearchContext } from './found-text.tsx';
import { findNotePart } from './search-accounts.ts';

/** Letters that two lines of a row hold, whatever stands beside them. */
const LONG_NAME = 20;

/**
 * The name that stands first in a row. It goes on in a second line where it does not fit: a name
 * without spaces, as an address is, breaks anywhere, because its parts may be wider than a line.
 */
function AccountLabel({ issuer, label }: Pick<AccountView, 'issuer' | 'label'>) {
  const name = label || issuer;
  const looks = [
    'row-label',
    !/\s/u.test(name) && 'row-label-unbroken',
    name.length > LONG_NAME && 'row-label-long',
  ];
  return (
    <bdi class={looks.filter(Boolean).join(' ')}>
      <FoundText text={name} />
    </bdi>
  );
}

/** Letters of a first word that a row always shows of the issuer. */
const SHORT_WORD = 10;

/** The issuer, in a row with too little room shortened to its first word, unless that is long. */
function Issuer({ issuer }: Pick<AccountView, 'issuer'>) {
  const end = issuer.search(/\s|$/u);
  const start = end <= SHORT_WORD ? issuer.slice(0, end + 1) : '';
  const rest = issuer.slice(start.length);
  return (
    <bdi class="row-issuer">
      {start !== '' && (
        <span class="row-issuer-start">
          <FoundText text={start} />
        </span>
      )}
      {rest !== '' && (
        <span class="row-issuer-rest">
          <FoundText text={rest} />
        </span>
      )}
    </bdi>
  );
}

/** Lies for a moment over the second line; a screen reader hears the status line instead. */
export function CopiedMark() {
  const words = useWords();
  return (
    <span class="row-copied" aria-hidden="true">
      <Icon name="check" />
      {words('codes_copied_mark')}
    </span>
  );
}

interface AccountNamesProps {
  readonly account: AccountView;
  /** just-now: its code was copied a moment ago. */
  readonly copied: 'just-now' | 'no';
}

/** Who an account is: its label above, its issuer, tags and state below, or what was found in its note. */
export function AccountNames({ account, copied }: AccountNamesProps) {
  const { issuer, label, tags, status, pinned } = account;
  const words = useWords();
  const query = useContext(SearchContext);
  const note = findNotePart(query, account);
  return (
    <>
      <AccountLabel issuer={issuer} label={label} />
      <span class="row-more">
        {note !== undefined && (
          <bdi class="row-note">
            <FoundText text={note} />
          </bdi>
        )}
        {issuer &&
          label &&
          (note === undefined ? <Issuer issuer={issuer} /> : <bdi class="unseen">{issuer}</bdi>)}
        {status === 'unconfirmed' && (
          <span class="tag tag-warning">{words('codes_unconfirmed')}</span>
        )}
        {pinned === 'pinned' && (
          <>
            <Icon name="pin" />
            <span class="unseen">{words('codes_section_pinned')}</span>
          </>
        )}
        {note === undefined &&
          tags.map((tag) => (
            <bdi key={tag} class="tag">
              <FoundText text={tag} />
            </bdi>
          ))}
        {copied === 'just-now' && <CopiedMark />}
      </span>
    </>
  );
}
