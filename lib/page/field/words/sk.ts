import type { LanguageWords } from './language-words.ts';

/** Slovenčina. */
export const sk: LanguageWords = {
  factor:
    'dvojfaktor|dvojfáz|dvojkrok|dvojstup|dvojúrov|viacfaktor|viacfáz|druhý faktor|2 faktor|dvoj faktor|dvoch krok|2fa|mfa_|dvojité over|viacstup|silné over',
  authenticator:
    'overovacej aplik|overovacia aplik|overovaciu aplik|authenticator|autentifikačn|autentizačn|generátor kód|autentifikátor|aplikácie na over|totp aplik|overovací program|overovacom program|aplikáci* authentic|aplikáci* google|aplikáci* na overov|aplikáci* na dvoj|aplikáci* na gener|aplikáci* na autent|google auth|generátora kód|hardvérov* token|overovacie zariad|2fa aplik|otp aplik',
  app: 'aplikác|smartfón|vygenerovan|mobil',
  oneTime: 'jednoraz|otp',
  code: 'kód|číslic|číseln',
  token: 'token',
  authentication: 'autenti',
  confirmation: 'overen|overov|overte|overiť|potvr',
  sent: 'odoslali|odoslan|poslali|poslan|zaslali|zaslan|dostali|prijat|voláme|skontrolujte|vyprší|platný|bol odoslaný|bol zaslaný|pošleme|zašleme|doručen|prišiel|príde|obdržal|posielame|zavoláme|dostanete',
  channel:
    'e mail|email|mail|sms|textov|správ|telefónn|hovor|schránk|mobilné číslo|čísla končiac|whatsapp|poštou|na telefón_|na váš telefón_',
  resend:
    'znova|znovu|nový kód|iný kód|nedostali|neprišiel|odoslať kód|poslať kód|získať kód|vyžiadať|nedorazil|neprišla|odoslať znova|poslať znova|zaslať znova|požiadať o nový|vygenerovať nový',
  backup: 'záloh|obnov|núdzov|záchran|záložn|rezervn',
  device: 'zariaden|prístroj|kamer',
  scan: 'naskenuj|skenuj|qr|čiarov|tajný kľúč',
  secret: 'heslo|hesla|heslom',
  identity:
    'meno|priezvisko|používateľ|adresa|mesto|ulica|krajina|naroden|dátum|firma|telefón|hľadať|predmet|komentár|zákazník|názov|popis|e mail|email',
  otherThing:
    'captcha|kupón|zľav|darč|psč|karty|kartu|množstvo|suma|cena|sériov|model_|referen|produkt|sledovan|objednáv|licenc|pozvánk|párovan|wifi|rodné|bezpečnostný kľúč|obráz|stretnut|miestnosť|nálep|štít|jazyk|mena_|vymaz|odstrán|kanál|pin_|zmluv|aktivačn|otázka',
  otherMessage: 'podvodn|upozornenie push|push upozorn',
  otherMethod: 'iný spôsob|inú metódu|iným spôsobom|namiesto toho|alternatív|stratil|problém',
  sixDigits: 'šesť|šesťmiest|osem',
};
