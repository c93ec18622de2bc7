import type { AccountView } from './account.ts';

type Named = Pick<AccountView, 'issuer' | 'label'>;

/** Compares names by issuer, then by label, as the user's language sorts them. */
export function compareNames(): (one: Named, other: Named) => number {
  const { compare } = new Intl.Collator();
  return (one, other) => compare(one.issuer, other.issuer) || compare(one.label, other.label);
}

/**
 * The order of accounts in the popup: those of the site in the tab (`here`, the
 * likeliest first), then the pinned by name, then those used last (`recent`, the
 * last one first), then the rest by name.
 */
export function sortAccounts(
  accounts: readonly AccountView[],
  here: readonly string[],
  recent: readonly string[] = [],
): readonly AccountView[] {
  const places = new Map(here.map((id, place) => [id, place - here.length]));
  const uses = new Map(recent.map((id, place) => [id, place + 1]));
  const rank = ({ id, pinned }: AccountView): number =>
    places.get(id) ?? (pinned === 'pinned' ? 0 : (uses.get(id) ?? recent.length + 1));
  const compare = compareNames();
  return accounts.toSorted((one, other) => rank(one) - rank(other) || compare(one, other));
}
