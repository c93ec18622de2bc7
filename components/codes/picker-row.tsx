import type { AccountView } from '../../lib/otp/account.ts';
import { useWords } from '../ui/words.ts';
import { AccountMark } from './account-mark.tsx';

interface PickerRowProps {
  readonly account: AccountView;
  readonly index: number;
  /** Whether the tab key leads to this row. */
  readonly selected: 'selected' | 'unselected';
  readonly armed: 'armed' | 'unarmed';
  readonly onSelect: (index: number) => void;
  readonly onChoose: (id: string) => void;
}

/** One account in the picker: its name and tags, and no code. */
export function PickerRow(props: PickerRowProps) {
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
        aria-disabled={armed === 'unarmed' ? 'true' : 'false'}
        title={[issuer, label].filter(Boolean).join(', ')}
        onFocus={() => props.onSelect(index)}
        onClick={(event) => event.isTrusted && armed === 'armed' && props.onChoose(id)}
      >
        <AccountMark account={account} />
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
