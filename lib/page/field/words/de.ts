import type { LanguageWords } from './language-words.ts';

/** Deutsch. */
export const de: LanguageWords = {
  factor:
    'zwei faktor|2 faktor|zweifaktor|zweiten faktor|zweite faktor|zweiter faktor|mehr faktor|multi faktor|multifaktor|zwei stufen|zweistufig|zwei schritt|2 schritt|zweiter schritt|zwei wege|bestätigung in zwei schritten|*zweifaktor|*zwei faktor|zwei phasen|zwei stufig|zweite stufe|zwei fach|doppelte authenti|2 stufen|2 wege|2fa|mehrstufig|zweitfaktor|starke authenti',
  authenticator:
    'authenticator|authentifizierungs app|authentifizierungsapp|authentifikator|authentisierungs app|authenticator app|totp app|verifizierungs app|authentifizierungsanwendung|bestätigungs app|einmalpasswort app|codegenerator|authentifizierungs anwendung|authentifizierungsprogramm|authentifikations app|authentikator|authentisierungsapp|authentifizierer|zwei faktor app|2fa app|otp app|einmalcode app|code generator|tan app|sicherheits app|tokengenerator|token generator|google auth|zeitbasiert|anmelde app|mfa app|zwei faktor anwendung|app zur authenti|app zur zwei',
  app: 'app_|anwendung|smartphone|handy app|mobilgerät|generier|erzeugt|erstellt wurde',
  oneTime: 'einmal|otp',
  code: 'code|kode_|ziffer|stellig|kennwort token|passcode|sicherheitsnummer|*code|*kode_|*ziffer|*stellig',
  token: 'token',
  authentication: 'authenti|*authenti',
  confirmation: 'bestätigung|verifizier|überprüf|*bestätigung|*verifiz',
  sent: 'gesendet|geschickt|zugesandt|verschickt|versandt|versendet|senden wir|haben wir ihnen|haben dir|erhalten haben|erhalten hast|erhaltenen|zugeschickt|übermittelt|rufen sie an|prüfen sie ihr|prüfe dein|gültig für|läuft ab|per sms|empfangen|zugestellt|mitgeteilt|haben wir dir|senden dir|gesandt|schicken wir|schicken dir|angekommen|eingegangen|per post|per mail|an die nummer|an deine nummer|an ihre nummer',
  channel:
    'e mail|email|mail|posteingang|postfach|sms|textnachricht|anruf|telefon_|telefonisch|telefonnummer|telefonanruf|*telefonnummer|mobiltelefon_|festnetztelefon|handynummer|rufnummer|mobilnummer|whatsapp|kurznachricht|nachricht an',
  resend:
    'erneut|nochmal|noch einmal|neuen code|neuer code|code anfordern|code senden|code erhalten|nicht erhalten|keinen code|keine e mail|code schicken|anderen code|neu senden|neu anfordern|anfordern|nicht angekommen|neue e mail|neue sms',
  backup:
    'wiederherst|backup|rettung|notfall|ersatzcode|sicherungscode|ersatz code|reserve|einmal wiederherst',
  device: 'gerät|kamera',
  scan: 'scann|qr|barcode|geheimer schlüssel|einrichtungsschlüssel',
  secret: 'kennwort|passwort|passphrase',
  identity:
    'name_|vorname|nachname|benutzer|nutzer|anmeldename|adresse|stadt|straße|land_|geburt|datum|firma|telefon|handy|suche|betreff|kommentar|kunden|bezeichnung|titel|beschreibung|e mail|email',
  otherThing:
    'captcha|gutschein|rabatt|postleit|plz_|prüfziffer|karten|iban_|bic_|menge|anzahl|betrag|preis|seriennummer|modell|referenz|artikel|produkt|sendung|bestell|lizenz|einlad|kopplung|koppeln|wlan|sozialversicherung|steuer|sicherheitsschlüssel|bild|besprechung|meeting|raum|aufkleber|etikett|länder|sprach|währung|löschen|kanal|pin_|geschenk|vertrag|aktivierung|sicherheitsfrage|anderen gerät|neues gerät|gerät verbinden|gerätecode|otp schlüssel',
  otherMessage: 'betrügerisch|gefälscht|betrugs|push_|pushnachricht|push benachrichtigung',
  otherMethod:
    'andere methode|anderen weg|andere möglichkeit|stattdessen|andere option|andere weise|alternativ|kein zugriff|verloren|probleme',
  sixDigits: 'sechs|acht_|sechsstellig|achtstellig',
};
