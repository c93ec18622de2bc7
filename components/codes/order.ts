import type { AccountView } from '../../lib/otp/account.ts';

/**
 * Those of the page in the tab (`here`, best first), pinned, the rest; within
 * each by issuer and label: the order in which the background gives the first.
 */
export function inOrder(
  accounts: readonly AccountView[],
  here: readonly string[],
): readonly AccountView[] {
  const places = new Map(here.map((id, place) => [id, place - here.length]));
  const rank = ({ id, pinned }: AccountView): number =>
    places.get(id) ?? (pinned === 'pinned' ? 0 : 1);
  const { compare } = new Intl.Collator();
  return accounts.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      compare(one.issuer, other.issuer) ||
      compare(one.label, other.label),
  );
}
