import type { LanguageWords } from './language-words.ts';

/** Svenska. */
export const sv: LanguageWords = {
  factor:
    'tvåfaktor|två faktor|2 faktor|tvåstegs|två steg|2 steg|flerfaktor|multifaktor|multi faktor|andra faktor|tvåvägs|två faktorer|tvåfas|*tvåfaktor|2fa|mfa_|flerstegs|stark autent|dubbel autent|dubbel verif',
  authenticator:
    'autentiserar|authenticator|autentiseringsapp|verifieringsapp|autentiseringsprogram|kodgenerator|totp app|inloggningsapp|engångskodsapp|autentisator|tvåfaktorsapp|autentiserings app|autentiseringsverktyg|verifierings app|verifikationsapp|säkerhetsapp|kod generator|tokengenerator|google auth|bekräftelseapp|engångslösenordsapp|tvåstegsapp|tvåfaktors app|otp app|mfa app|2fa app|tidsbaserad|autenticator|autentikator|säkerhetsdosa|bankdosa|autentiseringsenhet|äkthetsapp',
  app: 'app_|appen|applikation|program|smartphone|genererad|generera|mobil',
  oneTime: 'engångs|engang|otp',
  code: 'kod_|koden|koder|siffr|kod|*kod_|*koden|*koder|*siffr',
  token: 'token',
  authentication: 'autentiser|*autentisering',
  confirmation: 'verifi|bekräft',
  sent: 'skickat|skickad|skickats|skickade|skickar|mottagit|har fått|ringer|kontrollera din|går ut om|giltig i|har skickat|har vi skickat|levererat|levererad|kommit fram|du får|du kommer få|meddelat|ringt|skickas|erhållit|fått ett|fått en|har mottagits',
  channel:
    'e post|epost|mejl|email|e mail|mail|sms|textmeddelande|telefonsamtal|telefonnummer|inkorg|samtal|mobilnummer|telefonnumret|whatsapp|brev_|till din telefon|till telefonen',
  resend:
    'på nytt|skicka igen|skicka om|ny kod|annan kod|inte fått|fick du ingen|skicka kod|hämta kod|begär|få en ny|inte mottagit|ingen kod|skicka en ny|skicka ny|skicka på nytt|hämta ny|få ny kod|kom inte fram',
  backup: 'återställ|reserv|backup|säkerhetskopi|nödkod|nödsituation|återhämt|räddningskod',
  device: 'enhet|apparat|kamera',
  scan: 'skanna|scanna|qr|streckkod|hemlig nyckel',
  secret: 'lösenord|lösenfras',
  identity:
    'namn_|förnamn|efternamn|användar|adress|stad_|gata_|land_|födelse|datum|företag|telefon|sök_|ämne|kommentar|kund|titel|beskrivning|e post|email',
  otherThing:
    'captcha|kupong|rabatt|promo|present|postnummer|kort|antal|belopp|pris_|serienummer|modell|referens|produkt|spårning|ordernummer|licens|inbjud|parkoppl|wifi|personnummer|säkerhetsnyckel|bild|möte|rum_|klistermärke|etikett|språk|valuta|radera|ta bort|kanal|pin_|avtal|aktivering|säkerhetsfråga|för att bekräfta|annan enhet|andra enhet|ny enhet',
  otherMessage: 'nätfiske|bluffm|bedräg|pushnotis|push notis',
  otherMethod: 'annan metod|annat sätt|i stället|istället|alternativ|tappat|problem',
  sixDigits: 'sex_|sexsiffr|åtta_',
};
