import '../theme.css';
import { render, type ComponentChild } from 'preact';
import { errorCodeOf } from '../../lib/errors.ts';
import { showAppearance } from './appearance.ts';
import { MessageView } from './message-view.tsx';
import { ignoreSecondClicks } from './second-click.ts';
import { CHOSEN_LANGUAGE, type Language } from '../../lib/language/language.ts';
import { LanguageContext } from './words.ts';

function showDirection({ words }: Language): void {
  document.documentElement.lang = words('ui_language');
  document.documentElement.dir = words('ui_direction');
}

/**
 * Resolves once the page's own elements and its styles are there. The popup's
 * script runs before both (wxt.config.ts), and what a list measures depends on them.
 */
function pageIsRead(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener('load', () => resolve(), { once: true });
  });
}

/**
 * ms after which the background is being started, or would have answered. The page has nothing to do by then:
 * what the first number of a page takes, 7 ms, is better spent now than once the answer is there.
 */
const COLD_MS = 30;

/**
 * Fills a page of ours: puts what `load` gives into the page's #app, in the
 * language and direction of its words, and in its place the error that `load`
 * threw. A page asks the background once; where another language is chosen, it
 * shows the same in that one.
 */
export async function mountPage(
  speak: () => Promise<Language>,
  load: (language: Language) => ComponentChild | Promise<ComponentChild>,
): Promise<void> {
  showAppearance();
  ignoreSecondClicks();
  // Another page of ours, the settings, has changed it.
  window.addEventListener('storage', showAppearance);
  const language = await speak();
  setTimeout(() => language.formats.number(0), COLD_MS);
  await pageIsRead();
  const app = document.getElementById('app');
  if (!app) return;
  showDirection(language);
  let screen: ComponentChild;
  try {
    screen = await load(language);
  } catch (thrown) {
    screen = <MessageView errorCode={errorCodeOf(thrown)} />;
  }
  const show = (spoken: Language): void =>
    render(<LanguageContext.Provider value={spoken}>{screen}</LanguageContext.Provider>, app);
  show(language);
  const showAnew = async (): Promise<void> => {
    const chosen = await speak();
    showDirection(chosen);
    show(chosen);
  };
  window.addEventListener('storage', ({ key }) => {
    if (key === CHOSEN_LANGUAGE) void showAnew();
  });
}
