import type { LanguageWords } from './language-words.ts';

/** Latviešu. */
export const lv: LanguageWords = {
  factor:
    'divu faktor|divfaktor|divpakāp|divu soļ|divu pakāp|vairākfaktor|daudzfaktor|otrais faktors|divsoļ|divposm',
  authenticator:
    'autentifikācijas lieto|autentificēšanas lieto|authenticator|autentifikator|kodu ģenerator|autentificētāj|autentifikācijas program',
  app: 'lietotn|lietojum|viedtāl|ģenerē|program',
  oneTime: 'vienreiz|otp',
  code: 'kod|ciparu|cipari|pilnvar',
  token: 'token|marķier',
  authentication: 'autentif',
  confirmation: 'pārbaud|apstiprin|verif',
  sent: 'nosūtīj|nosūtīt|saņēm|saņemt|zvan|pārbaudiet|derīg|atsūtīt',
  channel: 'e past|epast|email|e mail|mail|sms|īsziņ|ziņ|zvan|tālruņa numur',
  resend:
    'vēlreiz|atkārtoti|jaun kod|jaunu kod|nesaņēm|sūtīt kodu|nosūtīt kodu|pieprasīt|iegūt kodu',
  backup: 'atkopšan|rezerves|dublē|atjaunoš|ārkārtas',
  device: 'ierīc|iekārt|kamer',
  scan: 'noskenē|skenē|qr|svītrkod|slepeno atslēg',
  secret: 'parol',
  identity:
    'vārds|uzvārds|lietotāj|adres|pilsēt|iela|valst|dzimš|datums|uzņēm|tālru|meklēt|temats|komentār|klient|nosaukum|aprakst|e past|email',
  otherThing:
    'captcha|kupon|atlaid|dāvan|pasta indeks|kart|daudzum|summa|cena|sērijas|model|atsauc|produkt|prec|izseko|pasūtīj|licenc|ielūg|uzaicin|pārī|wifi|personas kod|drošības atslēg|attēl|sapulc|telpa|uzlīm|valod|valūt|dzēst|kanāl|pin_|līgum|aktivizācijas kod|jautāj',
  otherMethod: 'cits veids|citu veidu|citu metodi|tā vietā|alternatīv|pazaud|problēm',
  sixDigits: 'sešu_|sešciparu|astoņ',
};
