/** Finds the stems of all languages in a text, in one pass. */
import { foldText } from './fold.ts';
import { en } from './words/en.ts';
import { LANGUAGES } from './words/index.ts';
import type { LanguageWords, WordGroup } from './words/language-words.ts';

export interface Stem {
  readonly group: WordGroup;
  /** Up to the first '*', or all of it. */
  readonly head: string;
  /** After the '*'; may be empty. */
  readonly tail: string;
  readonly end: 'of a word' | 'anywhere';
}

/** Stems by their first characters. */
type StemMap = Map<string, Stem[]>;

interface StemIndex {
  /** Stems that stand where a word begins, by up to three characters. */
  readonly starts: StemMap;
  /** Stems that may stand anywhere, by up to two characters. */
  readonly inner: StemMap;
}

const START_KEYS = [3, 2, 1];
const INNER_KEYS = [2, 1];

const STAR = 0x2a;
const UNDERSCORE = 0x5f;

/** Hebrew and Arabic put prefixes before a word; what comes after Thai divides no words. */
function isPrefixed(code: number): boolean {
  return (code >= 0x590 && code <= 0x7ff) || code >= 0xe00;
}

/** A letter or digit of a script that divides words. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return (code >= 0xdf && code <= 0x58f) || (code >= 0x900 && code <= 0xdff);
}

/** Runs thousands of times before the first look at a page, so it does without patterns. */
function addStem({ starts, inner }: StemIndex, group: WordGroup, text: string): void {
  const isWord = text.charCodeAt(text.length - 1) === UNDERSCORE;
  const isMarkedInner = text.charCodeAt(0) === STAR;
  const from = isMarkedInner ? 1 : 0;
  const to = isWord ? text.length - 1 : text.length;
  const star = text.indexOf('*', from);
  const head = text.slice(from, star < 0 ? to : star);
  const isInner = isMarkedInner || isPrefixed(head.charCodeAt(0));
  const map = isInner ? inner : starts;
  const key = head.slice(0, isInner ? INNER_KEYS[0] : START_KEYS[0]);
  const stem: Stem = {
    group,
    head,
    tail: star < 0 ? '' : text.slice(star + 1, to),
    end: isWord ? 'of a word' : 'anywhere',
  };
  const others = map.get(key);
  if (others) others.push(stem);
  else map.set(key, [stem]);
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the keys' type
const GROUPS = Object.keys(en) as readonly WordGroup[];

function indexStems(languages: readonly LanguageWords[]): StemIndex {
  const index: StemIndex = { starts: new Map(), inner: new Map() };
  const lists = languages.flatMap((language) =>
    GROUPS.map((group) => [group, language[group]] as const),
  );
  // Folded in one go: each call costs more than the text it folds.
  const folded = foldText(lists.map(([, list]) => list).join('\0')).split('\0');
  const known = new Map<WordGroup, Set<string>>();
  for (const [at, [group]] of lists.entries()) {
    const before = known.get(group) ?? new Set();
    known.set(group, before);
    for (const text of folded[at]?.split('|') ?? []) {
      if (!before.has(text)) addStem(index, group, text);
      before.add(text);
    }
  }
  return index;
}

/** Letters of any script but the Latin one. */
const OTHER_SCRIPT = /[\u0370-\u1dff\u2e80-\ud7ff]/;

let latin: StemIndex | undefined;
let others: StemIndex | undefined;

/** A third of all stems are of other scripts, and most pages have no letter of those. */
function indexesFor(text: string): readonly StemIndex[] {
  const isOther = ({ code }: LanguageWords): boolean => OTHER_SCRIPT.test(code);
  latin ??= indexStems(LANGUAGES.filter((language) => !isOther(language)));
  if (!OTHER_SCRIPT.test(text)) return [latin];
  others ??= indexStems(LANGUAGES.filter(isOther));
  return [latin, others];
}

function matches({ head, tail, end }: Stem, text: string, at: number): boolean {
  if (!text.startsWith(head, at)) return false;
  let next = at + head.length;
  if (tail) {
    while (isWordAt(text, next)) next++;
    if (!text.startsWith(tail, next)) return false;
    next += tail.length;
  }
  return !(end === 'of a word' && isWordAt(text, next));
}

/**
 * The groups of words that `text` holds, in whatever language. The bench passes
 * `isKnown` to ask how the finder does on a page whose words it does not know.
 */
export function findWords(
  text: string,
  isKnown: (stem: Stem) => boolean = () => true,
): ReadonlySet<WordGroup> {
  const folded = foldText(text);
  const found = new Set<WordGroup>();
  const look = (map: StemMap, lengths: readonly number[], at: number): void => {
    for (const length of lengths) {
      for (const stem of map.get(folded.slice(at, at + length)) ?? [])
        if (!found.has(stem.group) && matches(stem, folded, at) && isKnown(stem))
          found.add(stem.group);
    }
  };
  for (const { starts, inner } of indexesFor(folded)) {
    for (let at = 0; at < folded.length; at++) {
      if (folded.charCodeAt(at) === 0x20) continue;
      if (!isWordAt(folded, at - 1)) look(starts, START_KEYS, at);
      look(inner, INNER_KEYS, at);
    }
  }
  return found;
}
