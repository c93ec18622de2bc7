import type { AccountView } from '../../lib/otp/account.ts';
import type { MessageKey } from '../../lib/language/messages.ts';

/** Rows of the list, from `first` (inclusive) to `end` (exclusive), under one heading. */
export interface Section {
  /** Undefined where the list is one section, which needs no heading. */
  readonly title: MessageKey | undefined;
  readonly first: number;
  readonly end: number;
}

/** What decides about an account's section. */
export interface Grouping {
  /** Ids of the accounts of the site in the tab. */
  readonly here: ReadonlySet<string>;
  /** Ids of the accounts that were used last. */
  readonly recent: ReadonlySet<string>;
  /** shown: a card above the list shows one account of the site. */
  readonly card: 'shown' | 'none';
}

function titleOf({ id, pinned }: AccountView, { here, recent, card }: Grouping): MessageKey {
  if (here.has(id)) return card === 'shown' ? 'codes_section_also' : 'codes_section_site';
  if (pinned === 'pinned') return 'codes_section_pinned';
  return recent.has(id) ? 'codes_section_recent' : 'codes_section_all';
}

/**
 * The sections of `total` rows, of which the first are known and already in the
 * order of their sections; the others belong to the last one.
 */
export function sectionsOf(
  known: readonly { readonly account: AccountView }[],
  total: number,
  grouping: Grouping | undefined,
): readonly Section[] {
  if (!grouping) return [{ title: undefined, first: 0, end: total }];
  const sections: { title: MessageKey; first: number; end: number }[] = [];
  for (const [index, { account }] of known.entries()) {
    const title = titleOf(account, grouping);
    const last = sections.at(-1);
    if (last?.title === title) last.end = index + 1;
    else sections.push({ title, first: index, end: index + 1 });
  }
  const last = sections.at(-1);
  if (known.length < total) {
    if (last?.title === 'codes_section_all') last.end = total;
    else sections.push({ title: 'codes_section_all', first: known.length, end: total });
  }
  if (sections.length > 1 || grouping.card === 'shown') return sections;
  return [{ title: undefined, first: 0, end: total }];
}

/** How many headings stand above row `index`. */
export function headingsAbove(sections: readonly Section[], index: number): number {
  return sections.filter(({ title, first }) => title !== undefined && first <= index).length;
}
