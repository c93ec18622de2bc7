/** Every language of our pages, as in BCP 47; lib/language/index.ts has the texts of each. */
export const LANGUAGE_TAGS = ['en'] as const;

export type LanguageTag = (typeof LANGUAGE_TAGS)[number];

export function isLanguageTag(tag: unknown): tag is LanguageTag {
  return LANGUAGE_TAGS.some((one) => one === tag);
}
