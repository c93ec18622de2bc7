import type { LanguageWords } from './language-words.ts';

/** Latviešu. */
export const lv: LanguageWords = {
  factor:
    'divu faktor|divfaktor|divpakāp|divu soļ|divu pakāp|vairākfaktor|daudzfaktor|otrais faktors|divsoļ|divposm|divu līmeņu|2fa|mfa_|divu posmu|stipr* autent|vairāku faktoru|2 soļ',
  authenticator:
    'autentifikācijas lieto|autentificēšanas lieto|authenticator|autentifikator|kodu ģenerator|autentificētāj|autentifikācijas program|autentifikācijas prog|autentifikācijas ierīc|lietotn* google|lietotn* authentic|verifikācijas lieto|apstiprināšanas lieto|google auth|kodu ģenerat|koda ģenerat|drošības lieto|2fa lieto|otp lieto|laikā balst|kodu kalkulator',
  app: 'lietotn|lietojum|viedtāl|ģenerē|program',
  oneTime: 'vienreiz|otp',
  code: 'kod|ciparu|cipari|pilnvar',
  token: 'token|marķier',
  authentication: 'autentif',
  confirmation: 'pārbaud|apstiprin|verif',
  sent: 'nosūtīj|nosūtīt|saņēm|saņemt|zvan|pārbaudiet|derīg|atsūtīt|aizsūtīj|piegādāt|pienāc|piezvan|izsūtīj',
  channel:
    'e past|epast|email|e mail|mail|sms|īsziņ|ziņ|zvan|tālruņa numur|tālruņa nr|whatsapp|vēstul',
  resend:
    'vēlreiz|atkārtoti|jaun kod|jaunu kod|nesaņēm|sūtīt kodu|nosūtīt kodu|pieprasīt|iegūt kodu|sūtīt vēlreiz|nepienāca|pieprasiet|sūtīt jaunu|vēl vienu|atkārtot|nosūtīt jaunu',
  backup: 'atkopšan|rezerves|dublē|atjaunoš|ārkārtas|avārijas',
  device: 'ierīc|iekārt|kamer',
  scan: 'noskenē|skenē|qr|svītrkod|slepeno atslēg',
  secret: 'parol',
  identity:
    'vārds|uzvārds|lietotāj|adres|pilsēt|iela|valst|dzimš|datums|uzņēm|tālru|meklēt|temats|komentār|klient|nosaukum|aprakst|e past|email',
  otherThing:
    'captcha|kupon|atlaid|dāvan|pasta indeks|kart|daudzum|summa|cena|sērijas|model|atsauc|produkt|prec|izseko|pasūtīj|licenc|ielūg|uzaicin|pārī|wifi|personas kod|drošības atslēg|attēl|sapulc|telpa|uzlīm|valod|valūt|dzēst|kanāl|pin_|līgum|aktivizācijas kod|jautāj',
  otherMessage: 'pikšķer|krāpn|push paziņojum',
  otherMethod: 'cits veids|citu veidu|citu metodi|tā vietā|alternatīv|pazaud|problēm',
  sixDigits: 'sešu_|sešciparu|astoņ',
};
