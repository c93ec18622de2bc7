/**
 * How pages look to a finder that does not know all their words. The words
 * were collected from pages of the same products that the bench judges by, so a
 * product that is left out must be left out of the words as well; and the fit
 * sees each page with some words missing, to lean on what a stranger's page has.
 */
import { createHash } from 'node:crypto';
import { findWords, type Stem } from '../../../lib/page/field/find-words.ts';
import type { ReadPage } from './extract.ts';
import { seenPage, type SeenPage } from './model.ts';

/** The share of stems that a page of the fit loses at random. */
const LOST = 0.25;

const keyOf = ({ group, head, tail, end }: Stem): string => `${group} ${head}*${tail} ${end}`;

function textsOf(page: ReadPage): ReadonlySet<string> {
  const facts = page.frames.flatMap(({ fields }) => fields.flatMap((field) => field.facts ?? []));
  return new Set(
    facts.flatMap(({ text }) => [
      text.own,
      text.headings,
      text.above,
      text.below,
      text.page,
      ...text.actions,
    ]),
  );
}

/** The only product that uses a stem; absent where several do. */
function findOnlyUsers(pages: readonly ReadPage[]): ReadonlyMap<string, string> {
  const users = new Map<string, Set<string>>();
  for (const page of pages) {
    const note = (stem: Stem): boolean => {
      const known = users.get(keyOf(stem)) ?? new Set();
      users.set(keyOf(stem), known.add(page.record.product));
      return false;
    };
    for (const text of textsOf(page)) findWords(text, note);
  }
  return new Map(
    [...users].flatMap(([key, products]) => {
      const [only] = products;
      return products.size === 1 && only !== undefined ? [[key, only] as const] : [];
    }),
  );
}

/** Each page without the words that no other product of `pages` uses. */
export function withoutOwnWords(pages: readonly ReadPage[]): readonly SeenPage[] {
  const users = findOnlyUsers(pages);
  return pages.map((page) =>
    seenPage(page, (stem) => users.get(keyOf(stem)) !== page.record.product),
  );
}

/** Each page without a share of all stems, the same ones at every run. */
function withoutSomeWords(pages: readonly ReadPage[]): readonly SeenPage[] {
  const isLost = (text: string): boolean =>
    createHash('sha256').update(text).digest().readUInt32BE(0) < LOST * 2 ** 32;
  return pages.map((page) =>
    seenPage(page, (stem) => !isLost(`${page.record.product} ${keyOf(stem)}`)),
  );
}

/** What the fit learns from: each page with all its words, and twice with fewer. */
export function pagesToFit(pages: readonly ReadPage[]): readonly SeenPage[] {
  return [
    ...pages.map((page) => seenPage(page)),
    ...withoutOwnWords(pages),
    ...withoutSomeWords(pages),
  ];
}
