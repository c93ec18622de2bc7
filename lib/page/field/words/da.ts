import type { LanguageWords } from './language-words.ts';

/** Dansk. */
export const da: LanguageWords = {
  factor:
    'tofaktor|to faktor|2 faktor|totrins|to trins|2 trins|multifaktor|flerfaktor|anden faktor|totrin|to faktorer|tofaktors|2fa|mfa_|flertrins|stærk autent|dobbelt godk|dobbelt autent',
  authenticator:
    'authenticator|godkendelsesapp|godkenderapp|bekræftelsesapp|autentificeringsapp|autentifikator|kodegenerator|totp app|autentificerings app|verifikationsapp|godkendelses app|godkendelsesprogram|bekræftelses app|verificeringsapp|verificerings app|autentificeringsprogram|autentifikations app|autentifikationsapp|sikkerhedsapp|kodeviser|nøgleviser|google auth|totrinsapp|tofaktor app|tofaktorapp|otp app|2fa app|mfa app|tidsbaseret|godkendelsesenhed|tokengenerator|engangskodeapp',
  app: 'app_|appen|applikation|program|smartphone|genereret|mobil',
  oneTime: 'engangs|otp',
  code: 'kode|cifre|ciffer|*kode_|*koden|*ciffer|*cifre',
  token: 'token',
  authentication: 'autentif|godkend|*autentific',
  confirmation: 'bekræft|verific',
  sent: 'sendt|sender|sendte|modtaget|har fået|ringer|tjek din|udløber|gyldig i|har sendt|har vi sendt|blev sendt|er sendt|fremsendt|leveret|ankommet|du modtager|du vil modtage|kommer frem|tilsendt|ringet|sendes',
  channel:
    'e mail|email|mail|sms|tekstbesked|telefonopkald|telefonnummer|indbakke|din telefon|til telefon|opkald|mobilnummer|whatsapp|brev_|besked til',
  resend:
    'send igen|send ny|ny kode|gensend|ikke modtaget|fik du ikke|send kode|hent kode|anmod|få en ny|ikke fået|ingen kode|send en ny|bestil ny|ny sms|ny mail|ny e mail|kom ikke frem',
  backup: 'gendan|reserve|backup|sikkerhedskopi|nødkode|nødsituation|redningskode',
  device: 'enhed|apparat|kamera',
  scan: 'scan|skan|qr|stregkode|hemmelig nøgle',
  secret: 'adgangskode|kodeord|password',
  identity:
    'navn_|fornavn|efternavn|bruger|adresse|gade|land_|fødsel|dato|firma|telefon|søg|emne|kommentar|kunde|titel|beskrivelse|e mail|email',
  otherThing:
    'captcha|kupon|rabat|gave|postnummer|kort|antal|beløb|pris_|serienummer|model_|reference|produkt|sporing|ordre|licens|invit|parring|wifi|cpr|sikkerhedsnøgle|billede|møde|rum_|mærkat|etiket|sprog|valuta|slet|kanal|pin_|kontrakt|aktivering',
  otherMessage: 'falske m|falske e|svindel|pushbesked|push besked',
  otherMethod: 'anden metode|anden måde|i stedet|alternativ|mistet|problemer',
  sixDigits: 'seks_|sekscifre|otte_',
};
