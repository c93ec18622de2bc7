import type { LanguageWords } from './language-words.ts';

/** Română. */
export const ro: LanguageWords = {
  factor:
    'doi factori|doua factor|doi pași|doi pasi|în doi|multi factor|multifactor|al doilea factor|2 pași|2 factori|dublu factor|doua etape',
  authenticator:
    'authenticator|aplicația de autentif|aplicatia de autentif|aplicația autentif|autentificator|aplicație de autentif|aplicația de verif|generator de cod',
  app: 'aplicați|aplicati|smartphone|generat|mobil',
  oneTime: 'unică folosință|unica folosinta|o singură dată|utilizare unică|otp_|de unică',
  code: 'cod_|codul|codului|cifre',
  token: 'token|jeton',
  authentication: 'autentific',
  confirmation: 'verific|confirmă|confirmare',
  sent: 'trimis|am trimis|primit|ați primit|transmis|expediat|vă sunăm|expiră|valabil',
  channel: 'e mail|email|mail|sms|mesaj|apel|numărul de telefon|poștă|inbox',
  resend:
    'retrimite|trimite din nou|cod nou|alt cod|nu ați primit|nu am primit|trimite cod|trimite codul|solicită|obține',
  backup: 'recuper|rezervă|backup|urgență|restaurare|salvare',
  device: 'dispozitiv|aparat|camer',
  scan: 'scana|scanează|qr|cod de bare|cheie secretă',
  secret: 'parola|parolă|parol',
  identity:
    'nume_|numele|prenume|utilizator|adresa|adresă|oraș|strada|naștere|data_|companie|telefon|căuta|caută|subiect|comentariu|titlu|descriere|e mail|email',
  otherThing:
    'captcha|cupon|voucher|cadou|reducere|poștal|card_|cardul|cantitate|sumă|preț|serie|model_|referinț|produs|urmărire|comand|licenț|invita|asociere|wifi|cnp_|cheie de securitate|imagine|întâlnire|etichet|autocolant|limb|moned|șterge|canal|pin_|activare|întrebare',
  otherMethod: 'altă metodă|alta metoda|alt mod|în schimb|alternativ|pierdut|probleme',
  sixDigits: 'șase|sase_|opt_',
};
