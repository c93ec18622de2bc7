import type { LanguageWords } from './language-words.ts';

/** Magyar. */
export const hu: LanguageWords = {
  factor:
    'kétfaktor|két faktor|kétlépcs|két lépcs|kétszint|kétfázis|többfaktor|többlépcs|második faktor|2 faktor|kéttényez|többtényez|kétlépés|két tényező|2 lépcső|2fa|mfa_|többszint|erős hitelesít',
  authenticator:
    'hitelesítő alk|hitelesítő app|hitelesítőalk|authenticator|autentikátor|kódgenerátor|azonosító alk|ellenőrző alk|hitelesítő program|hitelesítési alk|totp alk|hitelesítő eszköz|hitelesítőkód generátor|hitelesítő szoftver|hitelesítő mobil|azonosító app|azonosítóalk|ellenőrző app|google hitelesít|google auth|token generátor|tokengenerátor|kód generátor|jelszógenerátor|otp alk|2fa alk|kétfaktoros alk|kétlépcsős alk|idő alapú|időalapú|autentikációs alk|autentikáló|hardveres token',
  app: 'alkalmazás|okostelefon|generál|előállít|mobil',
  oneTime: 'egyszer használ|egyszerhasznál|egyszeri|otp',
  code: 'kód|számjegy|jegyű|*kód',
  token: 'token',
  authentication: 'hitelesít|azonosít',
  confirmation: 'ellenőrz|megerősít',
  sent: 'küldtünk|elküldt|küldött|kapott|megkapt|kiküldt|hívjuk|ellenőrizze|lejár|érvényes|küldtük|küldünk|kapni fog|megérkezett|érkezett|megküld|továbbít|felhívjuk|kézbesít',
  channel:
    'e mail|email|mail|sms|szöveges üzenet|üzenet|telefonhív|telefonszám|postafiók|levél|mobilszám|számra végződ|whatsapp|postai|telefonjára|telefonodra|telefonra',
  resend:
    'újra|új kód|másik kód|nem kapta|nem érkezett|kód küldése|kód kérése|ismét|kódot kér|nem jött|küldés újra|kód újra|igénylés|új sms|új e mail|kérjen új|küldjön új',
  backup:
    'mentési|helyreállít|tartalék|visszaállít|biztonsági mentés|vészhelyzet|vész|mentőkód|biztonsági tartalék',
  device: 'eszköz|készülék|kamera',
  scan: 'beolvas|szkennel|qr|vonalkód|titkos kulcs',
  secret: 'jelszó|jelmondat|jelszav',
  identity:
    'név_|neve|keresztnév|vezetéknév|felhasznál|cím_|város|utca|ország|születés|dátum|cég|telefon|keres|tárgy|megjegyz|ügyfél|leírás|e mail|email',
  otherThing:
    'captcha|kupon|kedvezmény|ajándék|irányítószám|kártya|mennyiség|összeg|sorozat|modell|hivatkoz|termék|követés|rendelés|licenc|meghív|párosít|wifi|adó|biztonsági kulcs|kép_|képen|találkozó|szoba|matrica|címke|nyelv|pénznem|törl|csatorna|pin_|szerződés|aktivál|kérdés|másik eszköz|új eszköz',
  otherMessage: 'adathalász|csaló|push értesít|leküldéses',
  otherMethod: 'másik módszer|más módszer|más mód|helyette|alternatív|elveszt|probléma',
  sixDigits: 'hat_|hatjegy|nyolc',
};
