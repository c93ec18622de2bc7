import type { LanguageWords } from './language-words.ts';

/** Italiano. */
export const it: LanguageWords = {
  factor:
    'due fattori|2 fattori|doppio fattore|due passaggi|2 passaggi|multi fattor|multifattor|più fattori|secondo fattore|due fasi|doppia autentic|doppia verif|due step|due passi|fattor|doppio fattor|autenticazione forte|2 fasi|2fa|mfa_|a più fattor|verifica in due|doppia sicurezza',
  authenticator:
    "authenticator|autenticatore|app di autentic|applicazione di autentic|app autentic|applicazione totp|generatore di codici|app di verif|applicazione per l'autentic|applicazione per lautentic|applicazione di verif|app per lautentic|app di autentificaz|applicazione autentic|app per autentic|app per l autentic|app dell'autentic|app dellautentic|app otp|applicazione otp|app totp|app 2fa|applicazione mobile di autentic|app mobile di autentic|generatore di codice|generatore di otp|generatore di token|generatore otp|google auth|basato sul tempo|dispositivo di autentic|software di autentic|programma di autentic|app di sicurezza|app di doppia",
  app: 'app_|applicazione|generat|smartphone|cellulare',
  oneTime: 'monouso|usa e getta|una sola volta|solo uso|uso singolo|otp_|temporane',
  code: 'codice|cifre|otp',
  token: 'token',
  authentication: 'autentic',
  confirmation: 'verific|identità|conferm',
  sent: 'inviato|inviata|abbiamo inviato|ti abbiamo|spedito|mandato|ricevuto|hai ricevuto|chiamando|controlla la tua|controlla il tuo|controlla la posta|scade tra|valido per|trasmess|è stato inviat|è stata inviat|appena inviat|hai appena|riceverai|arriverà|recapitato|consegnat|arrivato|abbiamo mandat',
  channel:
    'e mail|email|mail|posta|sms_|messaggio|chiamata|telefonata|numero di telefono|casella|cellulare che termina|numero di cellulare|numero che termina|whatsapp|via sms|tramite sms|numero telefonico|al tuo telefono|al tuo cellulare|tuo numero',
  resend:
    'invia di nuovo|reinvia|rinvia|invia nuovamente|nuovo codice|altro codice|non hai ricevuto|non ricevuto|invia codice|invia il codice|ottieni|richiedi|ricevi|rimanda|reinvio|manda di nuovo|invia un nuovo|invia ancora|inviare di nuovo|non è arrivato|non ti è arrivato|richiedere|genera un nuovo|invia un altro',
  backup:
    'recuper|backup|emergenza|ripristin|riserva|scorta|codice di recup|codici di recup|codice di riserva|codice di emerg|chiave di recup',
  device: 'dispositivo|apparecch|telecamera',
  scan: 'scansion|scannerizza|inquadra|qr_|codice a barre|chiave segreta',
  secret: "password|parola d'ordine|frase|passphrase",
  identity:
    'nome_|cognome|utente|indirizzo|città|paese|nascita|data_|azienda|telefono|cerca|ricerca|oggetto|commento|titolo|descrizione|e mail|email|identificativo',
  otherThing:
    'captcha|coupon|buono|promo|regalo|sconto|postale|carta di|numero carta|iban_|quantità|importo|prezzo|seriale|serie|modello|riferimento|prodotto|tracking|ordine|licenza|invito|associazione|abbinamento|wifi|fiscale|chiave di sicurezza|immagine|riunione|stanza|adesivo|etichetta|lingua|valuta|elimina|cancella|canale|pin_|contratto|attivazione|domanda|altro dispositivo|nuovo dispositivo',
  otherMessage: 'truff|fraudolent|notifica push',
  otherMethod:
    'altro metodo|altro modo|in alternativa|invece|prova un altro|alternativ|perso|accesso a|problemi',
  sixDigits: 'sei cifre|otto cifre|6 cifre',
};
