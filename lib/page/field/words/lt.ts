import type { LanguageWords } from './language-words.ts';

/** Lietuvių. */
export const lt: LanguageWords = {
  factor:
    'dviejų veiksn|dviejų etap|dviejų žings|dvigub|daugiaveiksn|antras veiksn|dviejų pakop|2 veiksn|dviejų faktor',
  authenticator:
    'autentifikavimo program|autentifikavimo progr|authenticator|autentifikatori|kodų generator|tapatybės patvirtinimo progr|tapatybės nustatymo progr|patvirtinimo program',
  app: 'programėl|program|išmanus|sugeneruot',
  oneTime: 'vienkart|otp',
  code: 'kod|skaitmen|prieigos rakt',
  token: 'token',
  authentication: 'autentif',
  confirmation: 'patvirt|patikr',
  sent: 'išsiunt|nusiunt|atsiunt|gavote|gautą|skambin|patikrinkite|baigsis|galioja',
  channel: 'el pašt|elektronin|email|e mail|mail|sms|žinut|skambut|telefono numer',
  resend: 'dar kartą|iš naujo|naują kodą|naujas kodas|negavote|siųsti kodą|gauti kodą|pakartotin',
  backup: 'atkūrim|atsargin|atsarg|avarin',
  device: 'įrengin|kamer',
  scan: 'nuskaity|nuskenuo|qr|brūkšnin|slaptą rakt',
  secret: 'slaptažod',
  identity:
    'vardas|vardą|pavard|naudotoj|vartotoj|adres|miest|gatv|šalis|gimim|data_|įmon|telefon|ieško|tema_|komentar|klient|pavadin|apraš|el pašt|email',
  otherThing:
    'captcha|kupon|nuolaid|dovan|pašto kod|kortel|kiek|suma|kaina|serijos|model|nuorod|produkt|prek|sekim|užsakym|licenc|pakviet|kviet|susiej|wifi|saugos rakt|paveiksl|susitikim|kambar|lipduk|kalb|valiut|trin|kanal|pin_|sutart|aktyv|klausim',
  otherMethod: 'kitas būdas|kitą būdą|kitu būdu|vietoj|alternatyv|pamet|problem',
  sixDigits: 'šešių|šešiaženkl|aštuon',
};
