/** Addresses and phone numbers, whole or half hidden, in whatever language stands round them. */

const ADDRESS = /[^\s@<>(),:]{1,64}@[\p{L}\d*•·.-]+/u;
/** 'm***@example.com', 'j••@e••.com', '@***.com'. */
const MASKED_ADDRESS = /[*•·●x.…]{2,}[^\s@]*@|@[^\s.]{0,2}[*•·●…]{2}/u;
/** '+49 ***12', '(***) ***-0100', '•••• 42', 'ending in 42' without its words: '**42'. */
const MASKED_NUMBER = /[*•·●x…]{2,}[\s)-]*(?:[*•·●x…]*[\s-]*)*\d{2,4}(?!\d)|\d[*•·●…]{3,}\d/u;
const PHONE = /(?:\+|\b00)\d{1,3}[\s\d()./-]{6,}\d/;

export function holdsMaskedContact(text: string): boolean {
  return MASKED_ADDRESS.test(text) || MASKED_NUMBER.test(text);
}

export function holdsContact(text: string): boolean {
  return holdsMaskedContact(text) || ADDRESS.test(text) || PHONE.test(text);
}
