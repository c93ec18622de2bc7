import { isLanguageChoice, useTexts } from '../../lib/browser/i18n.ts';
import { inject, injectTexts } from '../../lib/browser/scripting.ts';
import { readSiteValue, writeSiteValue } from '../../lib/browser/site-values.ts';
import type { PageTarget } from '../../lib/browser/tabs.ts';
import type { Texts } from '../../lib/language/language.ts';

const KEPT = 'language-texts';

/**
 * The language that the user or an administrator chose in place of the
 * browser's, for what is shown outside of our own pages. They give its texts.
 */
export interface ChosenLanguage {
  /** To be awaited before words() is called in the background. */
  ready(): Promise<unknown>;
  /** Injects a script that speaks, behind the texts it is to use. */
  inject(target: PageTarget, file: string): Promise<PageTarget>;
  /** Has a script that was injected before the language was chosen speak it as well. */
  speakIn(target: PageTarget): Promise<void>;
  /** Nothing: the browser's language. */
  change(texts: Texts): Promise<void>;
}

async function readTexts(): Promise<Texts> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only change() writes this value
  const kept = (await readSiteValue(KEPT).catch(() => undefined)) as Texts | undefined;
  useTexts(kept ?? {});
  return kept ?? {};
}

/** Reads what is kept at once, so that no injection waits for it. */
export function createChosenLanguage(): ChosenLanguage {
  let reading = isLanguageChoice() ? readTexts() : Promise.resolve<Texts>({});
  const speakIn = async (target: PageTarget): Promise<void> => {
    const texts = await reading;
    if (Object.keys(texts).length > 0) await injectTexts(target, texts);
  };
  return {
    ready: () => reading,
    async inject(target, file) {
      await speakIn(target);
      return inject(target, file);
    },
    speakIn,
    async change(texts) {
      await writeSiteValue(KEPT, texts);
      reading = readTexts();
      await reading;
    },
  };
}
