/** Text made comparable: case, accents, vowel marks, hyphens and apostrophes make no difference. */

const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Lower case, compatibility forms unified, accents and vowel marks dropped: 'Ověřovací' → 'overovaci'. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łıđøßæœ]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/[\s\-‐-―'’‘`´"״׳]+/g, ' ');
}
