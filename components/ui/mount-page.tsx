import '../theme.css';
import { render, type ComponentChild } from 'preact';
import { errorCodeOf } from '../../lib/errors.ts';
import { showAppearance } from './appearance.ts';
import { MessageView } from './message-view.tsx';
import { ignoreSecondClicks } from './second-click.ts';
import type { Language } from '../../lib/language/language.ts';
import { LanguageContext } from './words.ts';

/**
 * Fills a page of ours: puts what `load` gives into the page's #app, in the
 * language and direction of its words, and in its place the error that `load`
 * threw. A page renders once, with what it asked the background for.
 */
export async function mountPage(
  speaking: Promise<Language>,
  load: (language: Language) => ComponentChild | Promise<ComponentChild>,
): Promise<void> {
  showAppearance();
  ignoreSecondClicks();
  // Another page of ours, the settings, has changed it.
  window.addEventListener('storage', showAppearance);
  const language = await speaking;
  const { words } = language;
  const app = document.getElementById('app');
  if (!app) return;
  document.documentElement.lang = words('ui_language');
  document.documentElement.dir = words('ui_direction');
  let screen: ComponentChild;
  try {
    screen = await load(language);
  } catch (thrown) {
    screen = <MessageView errorCode={errorCodeOf(thrown)} />;
  }
  render(<LanguageContext.Provider value={language}>{screen}</LanguageContext.Provider>, app);
}
