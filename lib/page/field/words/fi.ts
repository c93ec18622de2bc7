import type { LanguageWords } from './language-words.ts';

/** Suomi. */
export const fi: LanguageWords = {
  factor:
    'kaksivaih|kaksi vaih|monivaih|kaksiosai|kahden tekij|monitekij|kaksitekij|2 vaih|kahden vaih|kaksoistunnist|toinen tekijä|2fa|mfa_|kaksitasoi|monitaso|vahva tunnist|useamman tekij|monen tekij|kaksiportai',
  authenticator:
    'todennussovellu|authenticator|tunnistautumissovellu|todentajasovellu|todennusohjelm|tunnistussovellu|vahvistussovellu|koodigeneraattor|todentaja|todennin|todennus sovellu|todentamissovellu|todentamisohjelm|tunnistus sovellu|vahvistus sovellu|todennuslait|tunnuslukusovellu|tunnuslukulait|koodisovellu|kertakoodisovellu|turvasovellu|autentikaattor|autentikointisovellu|autentikaatio|google auth|koodigeneraat|koodien generoint|2fa sovellu|otp sovellu|mfa sovellu|kaksivaiheisen tunnistautumisen sovellu|aikaperust|aikapohjai|varmennesovellu|varmennussovellu',
  app: 'sovellu|älypuhelin|tuottama',
  oneTime: 'kertakäyttö|kertakoodi|otp',
  code: 'koodi|tunnusluku|numeroi|tunniste|*koodi',
  token: 'token',
  authentication: 'todenn|tunnista|tunnistau',
  confirmation: 'vahvist',
  sent: 'lähetimme|lähetetty|lähetettiin|lähettämämme|lähetimm|olemme lähett|saamasi|vastaanot|soitamme|tarkista sähkö|vanhenee|voimassa|lähettänyt|lähetämme|saapunut|saapui|toimitettu|toimitimme|saat_|saatte|saaneesi|soitimme|postitettu|lähettämäämme|lähetetyn',
  channel:
    'sähköpost|email|e mail|tekstiviest|sms|puhelinnumero|puhelu|puhelimeesi|saapuneet|numeroon|viestin|whatsapp|kirjeen',
  resend:
    'uudelleen|lähetä uusi|uusi koodi|etkö saanut|en saanut|lähetä koodi|pyydä|hanki koodi|ei saapunut|ei tullut|lähetä uudestaan|tilaa uusi|tilaa koodi|lähetä viesti|lähetä toinen',
  backup: 'palautus|varakood|varmuus|hätä|vara koodi|varmistuskood',
  device: 'laite|laitte|kamera',
  scan: 'skanna|qr|viivakoodi|salainen avain',
  secret: 'salasana|tunnuslause',
  identity:
    'nimi_|etunimi|sukunimi|käyttäj|osoite|kaupunki|katu|maa_|syntymä|päivä|yritys|puhelin|haku|hae_|aihe|kommentti|asiakas|otsikko|kuvaus|sähköposti',
  otherThing:
    'captcha|kuponki|alennus|lahja|postinumero|kortti|kortin|määrä|summa|hinta|sarjanumero|malli|viite|tuote|seuranta|tilaus|lisenssi|kutsu|laitepari|wifi|henkilötunnus|suojausavain|kuva|kokous|huone|tarra|kieli|valuutta|poista|kanava|pin_|sopimus|aktivointi',
  otherMessage: 'tietojenkalastel|huijaus|push ilmoit',
  otherMethod: 'toinen tapa|toista tapaa|muu tapa|sen sijaan|vaihtoehto|kadot|ongelma',
  sixDigits: 'kuusi|kuusinumero|kahdeksan',
};
