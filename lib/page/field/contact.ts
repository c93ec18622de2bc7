/**
 * Addresses and phone numbers, whole or half hidden, in whatever language stands
 * round them. A page decides what is read here, so every repeat has a bound:
 * two that can take the same characters would otherwise be tried in all ways.
 */

const ADDRESS = /[^\s@<>(),:]{1,64}@[\p{L}\d*•·.-]/u;
/** 'm***@example.com', 'j••@e••.com', '@***.com'. */
const MASKED_ADDRESS = /[*•·●x.…]{2}[^\s@]{0,64}@|@[^\s.]{0,2}[*•·●…]{2}/u;
/** '+49 ***12', '(***) ***-0100', '•••• 42', 'ending in 42' without its words: '**42'. */
const MASKED_NUMBER = /[*•·●x…]{2}[*•·●x…\s)-]{0,60}\d{2,4}(?!\d)|\d[*•·●…]{3,60}\d/u;
const PHONE = /(?:\+|\b00)\d{1,3}[\s\d()./-]{6,60}\d/;

/** More than a card's text (MOST_CHARACTERS in text.ts): only a field's value can be as long. */
const MOST_CHARACTERS = 4000;

export function holdsMaskedContact(text: string): boolean {
  const start = text.slice(0, MOST_CHARACTERS);
  return MASKED_ADDRESS.test(start) || MASKED_NUMBER.test(start);
}

export function holdsContact(text: string): boolean {
  const start = text.slice(0, MOST_CHARACTERS);
  return holdsMaskedContact(start) || ADDRESS.test(start) || PHONE.test(start);
}
