import { render, type ComponentChild } from 'preact';
import { LanguageContext, type Language } from './words.ts';

/** Puts a screen into the page's #app, in the language and direction of its words. */
export function mount(screen: ComponentChild, language: Language): void {
  const app = document.getElementById('app');
  if (!app) return;
  document.documentElement.lang = language.words('ui_language');
  document.documentElement.dir = language.words('ui_direction');
  render(<LanguageContext.Provider value={language}>{screen}</LanguageContext.Provider>, app);
}
