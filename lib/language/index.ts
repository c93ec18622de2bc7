import type messages from '../../public/_locales/en/messages.json';
import type { LanguageTag } from './tags.ts';

/** The texts of a language, as its messages.json has them. */
export type Messages = Readonly<Record<keyof typeof messages, { readonly message: string }>>;

interface LanguageEntry {
  /** In the language itself, so that whoever reads it finds it. */
  readonly name: string;
  readonly load: () => Promise<{ readonly default: Messages }>;
}

/**
 * Every language of our pages: a folder in public/_locales, its tag in tags.ts,
 * and one line here. English stands first, and in for a language that is not there.
 */
export const LANGUAGES = {
  en: { name: 'English', load: () => import('../../public/_locales/en/messages.json') },
} satisfies Readonly<Record<LanguageTag, LanguageEntry>>;
