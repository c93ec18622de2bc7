import type messages from '../../public/_locales/en/messages.json';

/** The texts of a language, as its messages.json has them. */
export type Messages = Readonly<Record<keyof typeof messages, { readonly message: string }>>;

interface LanguageEntry {
  /** In the language itself, so that whoever reads it finds it. */
  readonly name: string;
  readonly load: () => Promise<{ readonly default: Messages }>;
}

/**
 * Every language of our pages: a folder in public/_locales, and one line here.
 * English stands first, and in for a language that is not there.
 */
export const LANGUAGES = {
  en: { name: 'English', load: () => import('../../public/_locales/en/messages.json') },
} satisfies Readonly<Record<string, LanguageEntry>>;

export type LanguageTag = keyof typeof LANGUAGES;

export function isLanguageTag(tag: string | null): tag is LanguageTag {
  return tag !== null && Object.hasOwn(LANGUAGES, tag);
}
