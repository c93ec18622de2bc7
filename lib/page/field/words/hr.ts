import type { LanguageWords } from './language-words.ts';

/** Hrvatski. */
export const hr: LanguageWords = {
  factor:
    'dvofaktor|dva faktor|dvostruk|dvostupanj|višefaktor|u dva koraka|drugi faktor|2 faktor|dvokorač|dvije faze|2fa|mfa_|dva koraka|u 2 koraka|snažn* autent|dvije razine|dvostupn',
  authenticator:
    'authenticator|aplikacij* za auten|aplikacije za auten|aplikacija za auten|aplikaciji za auten|autentifikator|autentikator|generator kod|aplikacije za provjer|aplikacij* za provjer|aplikacij* za potvrd|aplikacij* za dvofakt|aplikacij* za generir|aplikacij* google|aplikacij* authentic|aplikacij* autentif|aplikacij* 2fa|aplikacij* otp|autentifikacijsk* aplik|autentikacijsk|google auth|generator jednokrat|generatora kod|uređaj* za autent|vremenski|m token|mtoken|hardversk* token',
  app: 'aplikacij|pametni|generiran|mobitel',
  oneTime: 'jednokrat|otp',
  code: 'kod_|koda|kôd|kodom|znamenk|broj',
  token: 'token',
  authentication: 'autentif',
  confirmation: 'provjer|ovjer|potvrd',
  sent: 'poslali|poslan|primili|dobili|zovemo|provjerite|istječe|vrijedi|poslat|šaljemo|primit|stigao|stigla|dostavljen|zvali|dobit ćete|primljen|upućen',
  channel:
    'e pošt|email|e mail|mail|sms|poruk|poziv|broj telefona|pretinac|mobilni broj|broj mobitela|telefonski|whatsapp|viber|broja telefona|na telefon_|na vaš telefon_|na tvoj telefon_',
  resend:
    'ponovno|ponovo|novi kod|drugi kod|niste primili|pošalji kod|zatraži|dohvati|nije stigao|nisam primio|nisam dobio|niste dobili|pošalji ponovno|pošalji ponovo|pošalji novi|pošaljite|novi sms',
  backup: 'oporavak|oporavk|rezervn|sigurnosna kop|pričuvn|hitn|kod za oporav|kodovi za oporav',
  device: 'uređaj|kamer',
  scan: 'skeniraj|qr|barkod|tajni ključ',
  secret: 'lozink|zapork',
  identity:
    'ime_|prezime|korisni|adresa|grad_|ulica|država|rođen|datum|tvrtka|telefon|traži|predmet|komentar|kupac|naslov|opis|e pošta|email',
  otherThing:
    'captcha|kupon|popust|poklon|poštanski|kartic|količin|iznos|cijena|serijski|model_|referen|proizvod|praćenj|narudž|licenc|pozivnic|uparivanj|wifi|oib_|sigurnosni ključ|slik|sastanak|soba|naljepnic|jezik|valut|izbriši|obriši|kanal|pin_|ugovor|aktivac|pitanje',
  otherMessage: 'lažne e|lažni e|prijevar|push obavijest',
  otherMethod: 'drugi način|drugu metodu|drugačij|umjesto toga|alternativ|izgubili|problem',
  sixDigits: 'šest|šesteroznamenk|osam',
};
