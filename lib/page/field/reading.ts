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

const SENTENCE_END = /[.!?;:…।؟。！？\n]+/u;
export const CODE_WORDS = ['code', 'token', 'oneTime'] as const;
const SAID_OF_SENT: Groups = new Set(['sent', 'channel', 'resend'] as const);

/**
 * The groups of words in `text`, without what it says of messages that bring
 * no code: a sentence that warns of false e-mails, or tells of a push message to
 * press in, says nothing about how the code came. A sentence that names a code
 * as well may be about the message that brings it.
 */
function meaningOf(text: string, find: typeof wordsOf): Groups {
  const all = find(text);
  if (!all.has('otherMessage')) return all;
  const said = new Set<WordGroup>();
  for (const sentence of text.split(SENTENCE_END)) {
    const words = find(sentence);
    const bringsNone = words.has('otherMessage') && !CODE_WORDS.some((group) => words.has(group));
    for (const group of words) if (!(bringsNone && SAID_OF_SENT.has(group))) said.add(group);
  }
  return said;
}

function contactOf({ headings, above, below, actions }: FieldText): Reading['contact'] {
  const text = `${headings} . ${above} . ${below}`;
  if ([text, ...actions].some(holdsMaskedContact)) return 'masked';
  return holdsContact(text) ? 'whole' : 'none';
}

export function readText({ text }: FieldFacts, find = wordsOf): Reading {
  const read = (part: string): Groups => meaningOf(part, find);
  const own = read(text.own);
  const headings = read(text.headings);
  const near = new Set([...headings, ...read(text.above)]);
  const below = read(text.below);
  return {
    own,
    headings,
    near,
    below,
    card: new Set([...near, ...own, ...below]),
    page: read(text.page),
    actions: text.actions.map(read),
    contact: contactOf(text),
  };
}
