import type { AccountView } from '../../lib/otp/account.ts';
import { nameOf } from '../accounts/account-name.ts';
import { SelectField } from '../ui/select-field.tsx';
import { useWords } from '../ui/words.ts';
import { tagsOf, type ExportScope } from './chosen-accounts.ts';

interface AccountChooserProps {
  readonly accounts: readonly AccountView[];
  readonly scope: ExportScope;
  readonly onScope: (scope: ExportScope) => void;
  /** Ids. */
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ticked: ReadonlySet<string>) => void;
}

/** Before a tag's own text, so that a tag named 'all' is no other choice. */
const TAG = 'tag:';

/** All accounts, those of a tag, or those that are ticked. */
export function AccountChooser(props: AccountChooserProps) {
  const { accounts, scope, ticked, onTicked } = props;
  const words = useWords();
  const tags = tagsOf(accounts);
  return (
    <>
      <SelectField
        label={words('export_accounts')}
        value={scope.kind === 'tag' ? `${TAG}${scope.tag}` : scope.kind}
        options={[
          { value: 'all', label: words('export_all') },
          ...tags.map((tag) => ({ value: `${TAG}${tag}`, label: words('export_tag', tag) })),
          { value: 'chosen', label: words('export_chosen') },
        ]}
        onValue={(value) => {
          if (value.startsWith(TAG)) props.onScope({ kind: 'tag', tag: value.slice(TAG.length) });
          else props.onScope({ kind: value === 'all' ? 'all' : 'chosen' });
        }}
      />
      {scope.kind === 'chosen' && (
        <ul class="plain-list" aria-label={words('export_list')}>
          {accounts.map((account) => (
            <li key={account.id}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={ticked.has(account.id)}
                  onChange={() => {
                    const next = new Set(ticked);
                    if (!next.delete(account.id)) next.add(account.id);
                    onTicked(next);
                  }}
                />
                <bdi>{nameOf(account) || words('import_nameless')}</bdi>
              </label>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
