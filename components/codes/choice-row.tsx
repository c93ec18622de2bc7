import type { AccountView } from '../../lib/otp/account.ts';
import { useWords } from '../ui/words.ts';
import { markOf } from './mark.ts';

interface ChoiceRowProps {
  readonly account: AccountView;
  readonly index: number;
  /** The one the tab key leads to. */
  readonly selected: 'selected' | 'unselected';
  readonly armed: 'armed' | 'dead';
  readonly onSelect: (index: number) => void;
  readonly onChoose: (id: string) => void;
}

/** One account to choose: no code, only what it is called. */
export function ChoiceRow(props: ChoiceRowProps) {
  const { account, index, selected, armed } = props;
  const { id, issuer, label, tags, status } = account;
  const words = useWords();
  return (
    <li>
      <button
        type="button"
        class={`choice choice-${selected}`}
        data-row={index}
        tabIndex={selected === 'selected' ? 0 : -1}
        aria-disabled={armed === 'dead' ? 'true' : 'false'}
        title={[issuer, label].filter(Boolean).join(', ')}
        onFocus={() => props.onSelect(index)}
        onClick={(event) => event.isTrusted && armed === 'armed' && props.onChoose(id)}
      >
        <span class="mark" aria-hidden="true">
          {markOf(account)}
        </span>
        <span class="row-text">
          <bdi class="choice-label">{label || issuer}</bdi>
          <span class="choice-more">
            {issuer && label && <bdi>{issuer}</bdi>}
            {tags.map((tag) => (
              <bdi key={tag} class="tag">
                {tag}
              </bdi>
            ))}
            {status === 'unconfirmed' && (
              <span class="tag tag-warning">{words('codes_unconfirmed')}</span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}
