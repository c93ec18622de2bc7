import type { AccountView } from '../../lib/otp/account.ts';
import { hueOf, initialOf } from './account-look.ts';

type Named = Pick<AccountView, 'issuer' | 'label'>;

/** The coloured square with the first letter of an account, by which the eye finds it again. */
export function AccountMark({ account }: { readonly account: Named }) {
  return (
    <span class={`mark mark-${hueOf(account)}`} aria-hidden="true">
      {initialOf(account)}
    </span>
  );
}
