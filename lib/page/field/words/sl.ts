import type { LanguageWords } from './language-words.ts';

/** Slovenščina. */
export const sl: LanguageWords = {
  factor:
    'dvofaktor|dvostopenj|večfaktor|dvokorač|drugi faktor|v dveh korakih|2fa|mfa_|dva koraka|dveh korakih|več faktor|dvonivojsk|močna avtent',
  authenticator:
    'authenticator|aplikacij* za preverj|aplikacije za preverj|avtentikator|aplikacija za preverj|aplikacije za avtent|generator kod|aplikacij* za avtent|aplikacij* za potrj|aplikacij* za dvofakt|aplikacij* za ustvarj|aplikacij* google|aplikacij* authentic|avtentikacijsk|overitel|preverjevaln|google auth|generator* kod|naprav* za avtent|mobilni žeton|2fa aplik|otp aplik',
  app: 'aplikacij|pametn|ustvarjen',
  oneTime: 'enkrat|otp',
  code: 'koda_|kodo|kode_|števk|številk',
  token: 'žeton',
  authentication: 'avtent',
  confirmation: 'preverj|potrd|overi',
  sent: 'poslali|poslan|prejeli|prejet|kličemo|preverite|poteče|velja|pošiljamo|boste prejeli|prispel|dostavljen|klicali|dobili',
  channel:
    'e pošt|email|e mail|mail|sms|sporočil|telefonski klic|telefonsk|mobilno štev|elektronsk|whatsapp|predal|na telefon_|na vaš telefon_',
  resend:
    'znova|ponovno|nova koda|niste prejeli|pošlji kodo|zahtevaj|ni prispel|nisem prejel|niste dobili|pošlji znova|pošlji ponovno|pošlji nov|pošljite|nov sms',
  backup: 'obnovit|rezervn|varnostna kop|povrni|varnostne kode za',
  device: 'naprav|kamer',
  scan: 'skeniraj|optično|qr|črtn|skrivni ključ',
  secret: 'geslo|gesla',
  identity:
    'ime_|priimek|uporabn|naslov|mesto|ulica|država|rojst|datum|podjet|telefon|išči|zadeva|komentar|stranka|opis|e pošta|email',
  otherThing:
    'captcha|kupon|popust|daril|poštna|kartic|količin|znesek|cena|serijsk|model_|referen|izdelek|sledenj|naročil|licenc|povabil|seznanjan|wifi|emšo|varnostni ključ|slik|sestanek|soba|nalepk|jezik|valut|izbriši|kanal|pin_|pogodb|aktivac',
  otherMessage: 'goljufiv|lažn|potisno obvestil',
  otherMethod: 'drug način|drugo metodo|namesto tega|alternativ|izgubili|težav',
  sixDigits: 'šest|šestmestn|osem',
};
