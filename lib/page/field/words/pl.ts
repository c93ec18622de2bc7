import type { LanguageWords } from './language-words.ts';

/** Polski. */
export const pl: LanguageWords = {
  factor:
    'dwuskładnik|dwuetapow|dwustopn|wieloskładnik|dwuczynnik|dwufazow|drugi składnik|2 etapow|dwupoziomow|dwukrokow|uwierzytelnianie wielo|drugiego składnika|dwu składnik|dwu etapow|dwu stopn|dwóch etap|dwóch składnik|2fa|mfa_|wieloetapow|silne uwierzyteln|2 składnik|weryfikacji dwu|2 stopn',
  authenticator:
    'aplikacji uwierzyteln|aplikacja uwierzyteln|aplikację uwierzyteln|authenticator|aplikacji autoryz|aplikacji do uwierzyteln|aplikacja totp|generator kodów|aplikacji weryfik|aplikacja weryfik|autentykator|aplikacji 2fa|aplikacji mobilnej uwierzyteln|aplikacji authentic|aplikacji google|aplikacji do weryfik|aplikacji do autoryz|aplikacji do generowania|aplikacji generuj|aplikacji token|aplikacji otp|aplikacji totp|aplikacji mfa|aplikacji typu|uwierzytelniacz|generatora kod|generatorze kod|generator token|google auth|oparty na czasie|oparte na czasie|token sprzęt|urządzenia uwierzyteln|programu uwierzyteln|weryfikatora|autentykacyj',
  app: 'aplikac|smartfon|wygenerowan|generowan|telefonie',
  oneTime: 'jednorazow|otp',
  code: 'kod_|kodu|kody|kodem|kodów|cyfr',
  token: 'token',
  authentication: 'uwierzyteln|autoryz',
  confirmation: 'weryfik|potwierdz',
  sent: 'wysłan|wysłali|przesłan|przesłali|otrzyman|otrzymał|dostał|dzwonimy|sprawdź swoj|sprawdź skrzyn|wygasa|ważny przez|wysyłamy|został wysł|wyślemy|wysyłan|przysłal|dotarł|otrzymasz|przyszedł|dostarczon|nadesłan|podany w wiadom|zadzwon',
  channel:
    'e mail|email|mail|poczt|sms|wiadomoś|połączeni|numer telefonu|skrzynk|esemes|numer kończ|telefon kończ|numerze telefon|numeru telefon|whatsapp|na twój numer|na telefon_|na twój telefon_|na twoj telefon_',
  resend:
    'ponownie|wyślij nowy|nowy kod|inny kod|nie otrzymał|nie dotarł|wyślij kod|pobierz kod|poproś|jeszcze raz|prześlij|nie przyszedł|nie doszedł|wygeneruj nowy|wyślij kolejny|wyślij jeszcze|ponów|wyślij sms|wyślij e mail',
  backup: 'odzysk|zapasow|awaryjn|backup|kopii|kod odzysk|kody odzysk|rezerwow|ratunkow|kod zapas',
  device: 'urządz|kamer',
  scan: 'skan|zeskan|qr|kod kreskowy|tajny klucz',
  secret: 'hasł|hasło',
  identity:
    'imię|imienia|nazwisk|nazwa|użytkownik|adres|miasto|ulica|kraj_|urodz|data_|firma|telefon|szukaj|temat|komentarz|klient|tytuł|opis_|e mail|email|login_',
  otherThing:
    'captcha|kupon|rabat|prezent|pocztowy|kart|iban_|ilość|kwota|cena|seryjn|model_|referenc|produkt|śledz|zamówien|licencj|zaprosz|parowani|wifi|pesel|nip_|klucz bezpieczeństwa|obraz|spotkani|pokój|naklej|etykiet|język|walut|usuń|usun|kanał|pin_|umow|aktywac|pytanie|innym urządzeniu|nowe urządzenie',
  otherMessage: 'wyłudz|oszust|fałszyw|powiadomienie push',
  otherMethod:
    'inna metoda|inną metodę|inny sposób|innego sposobu|zamiast tego|alternatyw|utracił|problem',
  sixDigits: 'sześć|sześcio|6 cyfr|osiem|ośmio',
};
