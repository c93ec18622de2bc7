import type { LanguageWords } from './language-words.ts';

/** Hrvatski. */
export const hr: LanguageWords = {
  factor:
    'dvofaktor|dva faktor|dvostruk|dvostupanj|višefaktor|u dva koraka|drugi faktor|2 faktor|dvokorač|dvije faze',
  authenticator:
    'authenticator|aplikacij* za auten|aplikacije za auten|aplikacija za auten|aplikaciji za auten|autentifikator|autentikator|generator kod|aplikacije za provjer',
  app: 'aplikacij|pametni|generiran|mobitel',
  oneTime: 'jednokrat|otp',
  code: 'kod_|koda|kôd|kodom|znamenk|broj',
  token: 'token',
  authentication: 'autentif',
  confirmation: 'provjer|ovjer|potvrd',
  sent: 'poslali|poslan|primili|dobili|zovemo|provjerite|istječe|vrijedi',
  channel: 'e pošt|email|e mail|mail|sms|poruk|poziv|broj telefona|pretinac',
  resend: 'ponovno|ponovo|novi kod|drugi kod|niste primili|pošalji kod|zatraži|dohvati',
  backup: 'oporavak|oporavk|rezervn|sigurnosna kop|pričuvn|hitn',
  device: 'uređaj|kamer',
  scan: 'skeniraj|qr|barkod|tajni ključ',
  secret: 'lozink|zapork',
  identity:
    'ime_|prezime|korisni|adresa|grad_|ulica|država|rođen|datum|tvrtka|telefon|traži|predmet|komentar|kupac|naslov|opis|e pošta|email',
  otherThing:
    'captcha|kupon|popust|poklon|poštanski|kartic|količin|iznos|cijena|serijski|model_|referen|proizvod|praćenj|narudž|licenc|pozivnic|uparivanj|wifi|oib_|sigurnosni ključ|slik|sastanak|soba|naljepnic|jezik|valut|izbriši|obriši|kanal|pin_|ugovor|aktivac|pitanje',
  otherMethod: 'drugi način|drugu metodu|drugačij|umjesto toga|alternativ|izgubili|problem',
  sixDigits: 'šest|šesteroznamenk|osam',
};
