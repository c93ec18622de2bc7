import type { AccountView } from '../../lib/otp/account.ts';

/** Which accounts are to be exported. */
export type ExportScope =
  | { readonly kind: 'all' | 'chosen' }
  | { readonly kind: 'tag'; readonly tag: string };

/** All tags that any account has, each once, as the user's language sorts them. */
export function tagsOf(accounts: readonly AccountView[]): readonly string[] {
  const { compare } = new Intl.Collator();
  return [...new Set(accounts.flatMap(({ tags }) => tags))].toSorted(compare);
}

/** In the order in which they are listed. `ticked` counts only where the user selects by hand. */
export function idsIn(
  accounts: readonly AccountView[],
  scope: ExportScope,
  ticked: ReadonlySet<string>,
): readonly string[] {
  const isIn = ({ id, tags }: AccountView): boolean => {
    if (scope.kind === 'tag') return tags.includes(scope.tag);
    return scope.kind === 'all' || ticked.has(id);
  };
  return accounts.filter(isIn).map(({ id }) => id);
}
