import type { LanguageWords } from './language-words.ts';

/** Română. */
export const ro: LanguageWords = {
  factor:
    'doi factori|doua factor|doi pași|doi pasi|în doi|multi factor|multifactor|al doilea factor|2 pași|2 factori|dublu factor|doua etape|doi factor|autentificare dubl|dublă autent|2fa|mfa_|verificare în doi|verificarea în doi|verificare dubl|mai mulți factori|autentificare puternic',
  authenticator:
    'authenticator|aplicația de autentif|aplicatia de autentif|aplicația autentif|autentificator|aplicație de autentif|aplicația de verif|generator de cod|aplicați* de autentif|aplicați* autentif|aplicați* de verif|aplicați* google|aplicați* authentic|aplicați* de generare|aplicați* mobil* de autent|aplicați* otp|aplicați* 2fa|google auth|generatorul de cod|generator de token|bazat pe timp|dispozitiv* de autentif|token hardware',
  app: 'aplicați|aplicati|smartphone|generat|mobil',
  oneTime: 'unică folosință|unica folosinta|o singură dată|utilizare unică|otp_|de unică',
  code: 'cod_|codul|codului|cifre',
  token: 'token|jeton',
  authentication: 'autentific',
  confirmation: 'verific|confirmă|confirmare',
  sent: 'trimis|am trimis|primit|ați primit|transmis|expediat|vă sunăm|expiră|valabil|a fost trimis|v-am trimis|ți am trimis|vi s a trimis|veți primi|vei primi|sosit|livrat|trimitem|am expediat',
  channel:
    'e mail|email|mail|sms|mesaj|apel|numărul de telefon|poștă|inbox|telefon care se termin|numărul care se termin|număr de telefon|număr de mobil|whatsapp|telefonul dvs|telefonul tău',
  resend:
    'retrimite|trimite din nou|cod nou|alt cod|nu ați primit|nu am primit|trimite cod|trimite codul|solicită|obține|nu a sosit|nu ai primit|cere un cod|cere cod|trimiteți din nou|trimite iar|reexped|generați un nou',
  backup:
    'recuper|rezervă|backup|urgență|restaurare|salvare|cod de recup|coduri de recup|cod de rezerv|coduri de rezerv|de salvare',
  device: 'dispozitiv|aparat|camer',
  scan: 'scana|scanează|qr|cod de bare|cheie secretă',
  secret: 'parola|parolă|parol',
  identity:
    'nume_|numele|prenume|utilizator|adresa|adresă|oraș|strada|naștere|data_|companie|telefon|căuta|caută|subiect|comentariu|titlu|descriere|e mail|email',
  otherThing:
    'captcha|cupon|voucher|cadou|reducere|poștal|card_|cardul|cantitate|sumă|preț|serie|model_|referinț|produs|urmărire|comand|licenț|invita|asociere|wifi|cnp_|cheie de securitate|imagine|întâlnire|etichet|autocolant|limb|moned|șterge|canal|pin_|activare|întrebare',
  otherMessage: 'înșelăc|fraudulo|notificare push',
  otherMethod: 'altă metodă|alta metoda|alt mod|în schimb|alternativ|pierdut|probleme',
  sixDigits: 'șase|sase_|opt_',
};
