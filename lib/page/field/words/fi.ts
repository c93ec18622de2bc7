import type { LanguageWords } from './language-words.ts';

/** Suomi. */
export const fi: LanguageWords = {
  factor:
    'kaksivaih|kaksi vaih|monivaih|kaksiosai|kahden tekij|monitekij|kaksitekij|2 vaih|kahden vaih|kaksoistunnist|toinen tekijä',
  authenticator:
    'todennussovellu|authenticator|tunnistautumissovellu|todentajasovellu|todennusohjelm|tunnistussovellu|vahvistussovellu|koodigeneraattor|todentaja|todennin',
  app: 'sovellu|älypuhelin|tuottama',
  oneTime: 'kertakäyttö|kertakoodi|otp',
  code: 'koodi|tunnusluku|numeroi|tunniste|*koodi',
  token: 'token',
  authentication: 'todenn|tunnista|tunnistau',
  confirmation: 'vahvist',
  sent: 'lähetimme|lähetetty|lähetettiin|lähettämämme|lähetimm|olemme lähett|saamasi|vastaanot|soitamme|tarkista sähkö|vanhenee|voimassa',
  channel: 'sähköpost|email|e mail|tekstiviest|sms|puhelinnumero|puhelu|puhelimeesi|saapuneet',
  resend: 'uudelleen|lähetä uusi|uusi koodi|etkö saanut|en saanut|lähetä koodi|pyydä|hanki koodi',
  backup: 'palautus|varakood|varmuus|hätä',
  device: 'laite|laitte|kamera',
  scan: 'skanna|qr|viivakoodi|salainen avain',
  secret: 'salasana|tunnuslause',
  identity:
    'nimi_|etunimi|sukunimi|käyttäj|osoite|kaupunki|katu|maa_|syntymä|päivä|yritys|puhelin|haku|hae_|aihe|kommentti|asiakas|otsikko|kuvaus|sähköposti',
  otherThing:
    'captcha|kuponki|alennus|lahja|postinumero|kortti|kortin|määrä|summa|hinta|sarjanumero|malli|viite|tuote|seuranta|tilaus|lisenssi|kutsu|laitepari|wifi|henkilötunnus|suojausavain|kuva|kokous|huone|tarra|kieli|valuutta|poista|kanava|pin_|sopimus|aktivointi',
  otherMethod: 'toinen tapa|toista tapaa|muu tapa|sen sijaan|vaihtoehto|kadot|ongelma',
  sixDigits: 'kuusi|kuusinumero|kahdeksan',
};
