import type { AccountView } from '../../lib/otp/account.ts';

/**
 * The accounts of the page in the tab (`here`, best first), then the pinned ones,
 * then all others; each group by issuer and label. The background sends the
 * popup's first rows in this order, too.
 */
export function sortAccounts(
  accounts: readonly AccountView[],
  here: readonly string[],
): readonly AccountView[] {
  const positions = new Map(here.map((id, position) => [id, position - here.length]));
  const rank = ({ id, pinned }: AccountView): number =>
    positions.get(id) ?? (pinned === 'pinned' ? 0 : 1);
  const { compare } = new Intl.Collator();
  return accounts.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      compare(one.issuer, other.issuer) ||
      compare(one.label, other.label),
  );
}
