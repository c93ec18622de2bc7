/** Texts that were given go before the browser's, in the card, the badge and the background. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { errorWords, uiDirection, useTexts, words } from '../../../lib/browser/i18n.ts';

const BROWSER: Readonly<Record<string, string>> = {
  ui_language: 'en',
  ui_direction: 'ltr',
  offer_save: 'Save',
  prompt_seconds: '$1 s',
};
beforeEach(() => {
  vi.stubGlobal('chrome', { i18n: { getMessage: (key: string) => BROWSER[key] ?? '' } });
});
afterEach(() => {
  useTexts({});
  vi.unstubAllGlobals();
});

test("without any, the words are the browser's", () => {
  expect(words('offer_save')).toBe('Save');
  expect(uiDirection()).toBe('ltr');
});

test('words, errors, numbers and the direction are of the language that was given', () => {
  useTexts({
    ui_language: 'ar-EG',
    ui_direction: 'rtl',
    prompt_seconds: 'بعد $1 ث',
    error_vault_locked: 'مقفل',
  });
  expect(words('prompt_seconds', 12)).toBe('بعد ١٢ ث');
  expect(errorWords('vault-locked')).toBe('مقفل');
  expect(uiDirection()).toBe('rtl');
});

test('what it lacks is asked of the browser', () => {
  useTexts({ ui_language: 'fi' });
  expect(words('offer_save')).toBe('Save');
});

test('it names nothing outside of itself, because it is also run in pages', () => {
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- as the browser does with what is injected
  const alone = new Function(`return (${useTexts.toString()})`) as () => typeof useTexts;
  alone()({ offer_save: 'Tallenna' });
  expect(words('offer_save')).toBe('Tallenna');
});
