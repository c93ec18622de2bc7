import type { LanguageWords } from './language-words.ts';

/** Lietuvių. */
export const lt: LanguageWords = {
  factor:
    'dviejų veiksn|dviejų etap|dviejų žings|dvigub|daugiaveiksn|antras veiksn|dviejų pakop|2 veiksn|dviejų faktor|dviejų lygių|dvietap|2fa|mfa_|sustiprint|kelių veiksn|dvipakop|2 žings|dviejų dalių',
  authenticator:
    'autentifikavimo program|autentifikavimo progr|authenticator|autentifikatori|kodų generator|tapatybės patvirtinimo progr|tapatybės nustatymo progr|patvirtinimo program|autentifikavimo įrang|autentifikavimo įrengin|autentifikacijos progr|tapatumo nustatymo progr|tapatybės tvirtinimo progr|tikrinimo program|programėl* google|programėl* authentic|google auth|kodo generator|saugos program|2fa program|otp program|laiku pagrįst|atpažinimo progr',
  app: 'programėl|program|išmanus|sugeneruot',
  oneTime: 'vienkart|otp',
  code: 'kod|skaitmen|prieigos rakt',
  token: 'token',
  authentication: 'autentif',
  confirmation: 'patvirt|patikr',
  sent: 'išsiunt|nusiunt|atsiunt|gavote|gautą|skambin|patikrinkite|baigsis|galioja|išsiųst|nusiųst|atsiųst|gausite|pristaty|atėjo|paskambin',
  channel:
    'el pašt|elektronin|email|e mail|mail|sms|žinut|skambut|telefono numer|telefono nr|el. pašt|laišk|pranešim|whatsapp|numerį, kurio|į telefon|į jūsų telefon',
  resend:
    'dar kartą|iš naujo|naują kodą|naujas kodas|negavote|siųsti kodą|gauti kodą|pakartotin|siųsti dar|siųsti iš naujo|neatėjo|negavau|prašyti|užsakyti|pakartoti|siųsti nauj',
  backup: 'atkūrim|atsargin|atsarg|avarin',
  device: 'įrengin|kamer',
  scan: 'nuskaity|nuskenuo|qr|brūkšnin|slaptą rakt',
  secret: 'slaptažod',
  identity:
    'vardas|vardą|pavard|naudotoj|vartotoj|adres|miest|gatv|šalis|gimim|data_|įmon|telefon|ieško|tema_|komentar|klient|pavadin|apraš|el pašt|email',
  otherThing:
    'captcha|kupon|nuolaid|dovan|pašto kod|kortel|kiek|suma|kaina|serijos|model|nuorod|produkt|prek|sekim|užsakym|licenc|pakviet|kviet|susiej|wifi|saugos rakt|paveiksl|susitikim|kambar|lipduk|kalb|valiut|trin|kanal|pin_|sutart|aktyv|klausim',
  otherMessage: 'sukčiav|apgaul|push pranešim',
  otherMethod: 'kitas būdas|kitą būdą|kitu būdu|vietoj|alternatyv|pamet|problem',
  sixDigits: 'šešių|šešiaženkl|aštuon',
};
