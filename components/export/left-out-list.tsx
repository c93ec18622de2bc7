import type { MessageKey } from '../../lib/language/messages.ts';
import type { LeftOutAccount } from '../../lib/protocol/export-views.ts';
import { nameOf } from '../accounts/account-name.ts';
import { Note } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';

const WHY: Readonly<Record<LeftOutAccount['why'], MessageKey>> = {
  unsupported: 'export_left_out_unsupported',
  'too-long': 'export_left_out_too_long',
  unreadable: 'export_left_out_unreadable',
};

/** Names what was chosen and is not in the export: nothing is dropped silently. */
export function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOutAccount[] }) {
  const words = useWords();
  if (leftOut.length === 0) return null;
  return (
    <Note look="warning">
      <p>{words('export_left_out')}</p>
      <ul class="plain-list">
        {leftOut.map((account, index) => (
          <li key={index}>
            <bdi>{nameOf(account) || words('import_nameless')}</bdi>
            <br />
            <span class="hint">{words(WHY[account.why])}</span>
          </li>
        ))}
      </ul>
    </Note>
  );
}
