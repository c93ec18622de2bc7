/** The words round a field by meaning: which groups of words stand on, above or below it. */
import { holdsContact, holdsMaskedContact } from './contact.ts';
import type { FieldFacts, FieldText } from './facts.ts';
import { findWords } from './find-words.ts';
import type { WordGroup } from './words/language-words.ts';

type Groups = ReadonlySet<WordGroup>;

export interface Reading {
  /** The field's own label. */
  readonly own: Groups;
  readonly headings: Groups;
  /** Headings of the card, and its text above the field. */
  readonly near: Groups;
  readonly below: Groups;
  /** Label, headings, and all text of the card. */
  readonly card: Groups;
  readonly page: Groups;
  readonly actions: readonly Groups[];
  readonly contact: 'whole' | 'masked' | 'none';
}

/** Texts stay the same from look to look, and fields of one card share theirs. */
const known = new Map<string, Groups>();
const MOST_KNOWN = 200;

function wordsOf(text: string): Groups {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = findWords(text);
  known.set(text, found);
  return found;
}

function contactOf({ headings, above, below, actions }: FieldText): Reading['contact'] {
  const text = `${headings} . ${above} . ${below}`;
  if ([text, ...actions].some(holdsMaskedContact)) return 'masked';
  return holdsContact(text) ? 'whole' : 'none';
}

export function readText({ text }: FieldFacts, find = wordsOf): Reading {
  const own = find(text.own);
  const headings = find(text.headings);
  const near = new Set([...headings, ...find(text.above)]);
  const below = find(text.below);
  return {
    own,
    headings,
    near,
    below,
    card: new Set([...near, ...own, ...below]),
    page: find(text.page),
    actions: text.actions.map((action) => find(action)),
    contact: contactOf(text),
  };
}
