import type { AccountView } from '../../lib/otp/account.ts';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../ui/words.ts';
import { labelParts } from './account-look.ts';
import { FoundText } from './found-text.tsx';

/** The name that stands first in a row, with an e-mail address cut in its middle where room is short. */
function AccountLabel({ issuer, label }: Pick<AccountView, 'issuer' | 'label'>) {
  const name = label || issuer;
  const [start, end] = labelParts(name);
  if (!end) {
    return (
      <bdi class="row-label">
        <span class="label-start">
          <FoundText text={name} />
        </span>
      </bdi>
    );
  }
  // Of two parts a screen reader would make two words.
  return (
    <>
      <bdi class="unseen">{start + end}</bdi>
      <bdi class="row-label" aria-hidden="true">
        <span class="label-start">
          <FoundText text={name} to={start.length} />
        </span>
        <span>
          <FoundText text={name} from={start.length} />
        </span>
      </bdi>
    </>
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

/** Who an account is: its label above, its issuer, tags and state below. */
export function AccountNames({ account }: { readonly account: AccountView }) {
  const { issuer, label, tags, status, pinned } = account;
  const words = useWords();
  return (
    <>
      <AccountLabel issuer={issuer} label={label} />
      <span class="row-more">
        {issuer && label && (
          <bdi class="row-issuer">
            <FoundText text={issuer} />
          </bdi>
        )}
        {status === 'unconfirmed' && (
          <span class="tag tag-warning">{words('codes_unconfirmed')}</span>
        )}
        {pinned === 'pinned' && <Icon name="pin" />}
        {tags.map((tag) => (
          <bdi key={tag} class="tag">
            <FoundText text={tag} />
          </bdi>
        ))}
      </span>
    </>
  );
}
