import type { LanguageWords } from './language-words.ts';

/** Čeština. */
export const cs: LanguageWords = {
  factor:
    'dvoufaktor|dvoufáz|dvoukrok|dvoustup|dvouúrov|vícefaktor|vícefáz|druhý faktor|2 faktor|druhého faktoru',
  authenticator:
    'ověřovací aplik|authenticator|autentizační aplik|autentifikační aplik|ověřovací apl|generátor kód|autentizátor|autentikátor|aplikace pro ověř|aplikaci pro ověř|totp aplik',
  app: 'aplikac|chytr|vygenerovan|mobil',
  oneTime: 'jednoráz|otp',
  code: 'kód|kod_|číslic|číselný',
  token: 'token',
  authentication: 'autenti',
  confirmation: 'ověře|ověři|ověřu|ověřo|potvr',
  sent: 'odeslali|odeslán|poslali|poslán|zaslali|zaslán|obdržel|přijat|voláme|zkontrolujte svou|zkontrolujte svůj|vyprší|platný|odesláno|přišel',
  channel: 'e mail|email|mail|sms|textov|zpráv|telefonn|hovor|schránk|volání',
  resend:
    'znovu|nový kód|jiný kód|neobdržel|nepřišel|odeslat kód|poslat kód|zaslat kód|získat kód|vyžádat|opětovně',
  backup: 'záloh|obnov|nouzov|záchran',
  device: 'zařízen|přístroj|kamer',
  scan: 'naskenuj|skenuj|sken|qr|čárov|tajný klíč',
  secret: 'heslo|hesla|heslem',
  identity:
    'jméno|příjmení|uživatel|adresa|město|ulice|země|naroz|datum|firma|telefon|hled|předmět|komentář|zákazn|název|popis|e mail|email|přezdívka',
  otherThing:
    'captcha|kupon|kupón|slev|dárk|psč|karty|kartu|množství|částk|cena|sériov|model_|referen|produkt|sledov|objedn|licen|pozvánk|párov|wifi|rodné|bezpečnostní klíč|obráz|schůz|místnost|nálep|štít|jazyk|měny|měnu|smaz|odstran|kanál|pin_|smlouv|aktivační|otázka|jiném zařízení|nové zařízení',
  otherMethod:
    'jinou metodu|jiná metoda|jiný způsob|jiným způsobem|místo toho|alternativ|ztratil|problém',
  sixDigits: 'šest|šestimíst|osm_|osmimíst',
};
