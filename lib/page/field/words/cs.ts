import type { LanguageWords } from './language-words.ts';

/** Čeština. */
export const cs: LanguageWords = {
  factor:
    'dvoufaktor|dvoufáz|dvoukrok|dvoustup|dvouúrov|vícefaktor|vícefáz|druhý faktor|2 faktor|druhého faktoru|dvou faktor|dvou krok|dvou fáz|dvojfaktor|2fa|mfa_|vícekrok|vícestup|silné ověř|2 fáz|2 krok',
  authenticator:
    'ověřovací aplik|authenticator|autentizační aplik|autentifikační aplik|ověřovací apl|generátor kód|autentizátor|autentikátor|aplikace pro ověř|aplikaci pro ověř|totp aplik|ověřovací program|ověřovacím program|ověřovací mobil|autentizační program|autentifikátor|autentizační nástroj|aplikace authentic|aplikaci authentic|aplikace google|aplikaci google|aplikace pro gener|aplikaci pro gener|aplikace pro dvou|aplikaci pro dvou|aplikace pro autent|aplikaci pro autent|aplikac* pro ověř|aplikac* pro auten|generátoru kód|generátorem kód|generátor token|google auth|časově omezen|časový kód|mobilní klíč|hardwarov* token|autentizační zaříz|ověřovací zaříz|otp aplik|2fa aplik',
  app: 'aplikac|chytr|vygenerovan|mobil',
  oneTime: 'jednoráz|otp',
  code: 'kód|kod_|číslic|číselný',
  token: 'token',
  authentication: 'autenti',
  confirmation: 'ověře|ověři|ověřu|ověřo|potvr',
  sent: 'odeslali|odeslán|poslali|poslán|zaslali|zaslán|obdržel|přijat|voláme|zkontrolujte svou|zkontrolujte svůj|vyprší|platný|odesláno|přišel|byl zaslán|byl odeslán|pošleme|zašleme|odesíláme|dorazil|doručen|obdržíte|přijde|jsme vám|posíláme|zavoláme',
  channel:
    'e mail|email|mail|sms|textov|zpráv|telefonn|hovor|schránk|volání|mobilní číslo|číslo telefonu|telefonu končí|číslo končí|whatsapp|poštou|na telefon_|na váš telefon_',
  resend:
    'znovu|nový kód|jiný kód|neobdržel|nepřišel|odeslat kód|poslat kód|zaslat kód|získat kód|vyžádat|opětovně|nedorazil|nepřišla|pošlete|zašlete|požádat o nový|vygenerovat nový|odeslat nový|odeslat znovu|zaslat znovu|přeposlat',
  backup: 'záloh|obnov|nouzov|záchran|záložní|rezervní',
  device: 'zařízen|přístroj|kamer',
  scan: 'naskenuj|skenuj|sken|qr|čárov|tajný klíč',
  secret: 'heslo|hesla|heslem',
  identity:
    'jméno|příjmení|uživatel|adresa|město|ulice|země|naroz|datum|firma|telefon|hled|předmět|komentář|zákazn|název|popis|e mail|email|přezdívka',
  otherThing:
    'captcha|kupon|kupón|slev|dárk|psč|karty|kartu|množství|částk|cena|sériov|model_|referen|produkt|sledov|objedn|licen|pozvánk|párov|wifi|rodné|bezpečnostní klíč|obráz|schůz|místnost|nálep|štít|jazyk|měny|měnu|smaz|odstran|kanál|pin_|smlouv|aktivační|otázka|jiném zařízení|nové zařízení',
  otherMessage: 'podvodn|oznámení push|push oznámen',
  otherMethod:
    'jinou metodu|jiná metoda|jiný způsob|jiným způsobem|místo toho|alternativ|ztratil|problém',
  sixDigits: 'šest|šestimíst|osm_|osmimíst',
};
