import type { LanguageWords } from './language-words.ts';

/** Norsk. */
export const nb: LanguageWords = {
  factor:
    'tofaktor|to faktor|2 faktor|totrinn|to trinn|2 trinn|totrinns|multifaktor|flerfaktor|andre faktor|to faktorer|to steg|tostegs|2fa|mfa_|flertrinns|sterk autent|dobbel autent|dobbel godkj',
  authenticator:
    'authenticator|autentiseringsapp|autentiserings app|godkjenningsapp|bekreftelsesapp|autentikator|kodegenerator|kodebrikke|totp app|verifiseringsapp|autentiseringsprogram|autentifiseringsapp|autentifiserings app|godkjennings app|bekreftelses app|verifiserings app|verifikasjonsapp|sikkerhetsapp|google auth|totrinns app|totrinnsapp|tofaktorapp|tofaktor app|otp app|2fa app|mfa app|tidsbasert|autentiseringsenhet|engangskodeapp|tokengenerator|autentiseringsverktøy',
  app: 'app_|appen|applikasjon|program|smarttelefon|generert|mobil',
  oneTime: 'engangs|otp',
  code: 'kode|siffer|siffre|*kode_|*koden|*siffer|*sifre',
  token: 'token',
  authentication: 'autentis|godkjenn|*autentis',
  confirmation: 'bekreft|verifis',
  sent: 'sendt|sender|sendte|mottatt|har fått|ringer|sjekk e|utløper|gyldig i|har sendt|har vi sendt|ble sendt|er sendt|levert|ankommet|du mottar|du vil motta|du får|kommet frem|tilsendt|ringt|sendes|fått en|fått på',
  channel:
    'e post|epost|email|e mail|mail|sms|tekstmelding|telefonanrop|telefonnummer|innboks|telefonen din|anrop|mobiltelefon|mobilnummer|whatsapp|brev_|melding til',
  resend:
    'send på nytt|send igjen|ny kode|ikke mottatt|fikk du ikke|send kode|hent kode|be om|få en ny|ikke fått|ingen kode|send en ny|ny sms|ny e post|kom ikke frem|send ny',
  backup:
    'gjenopprett|reserve|backup|sikkerhetskopi|nødkode|nødsituasjon|redningskode|sikkerhetskode for',
  device: 'enhet|apparat|kamera',
  scan: 'skann|scan|qr|strekkode|hemmelig nøkkel',
  secret: 'passord',
  identity:
    'navn_|fornavn|etternavn|bruker|adresse|gate_|land_|fødsel|dato|firma|telefon|søk|emne|kommentar|kunde|tittel|beskrivelse|e post|email',
  otherThing:
    'captcha|kupong|rabatt|gave|postnummer|kort|antall|beløp|pris_|serienummer|modell|referanse|produkt|sporing|ordre|lisens|invit|sammenkobl|paring|wifi|fødselsnummer|sikkerhetsnøkkel|bilde|møte|rom_|klistremerke|etikett|språk|valuta|slett|kanal|pin_|kontrakt|aktivering',
  otherMessage: 'nettfiske|svindel|falske e|pushvarsel|push varsel',
  otherMethod: 'annen metode|annen måte|i stedet|alternativ|mistet|problemer',
  sixDigits: 'seks_|sekssifre|åtte_',
};
