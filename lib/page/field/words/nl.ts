import type { LanguageWords } from './language-words.ts';

/** Nederlands. */
export const nl: LanguageWords = {
  factor:
    'twee factor|tweefactor|2 factor|tweestaps|twee staps|twee stappen|2 staps|meervoudige|multi factor|meerdere factoren|tweede factor|dubbele authenti|tweetraps|tweevoudig|twee fasen|tweestappen|twee stap|2 stappen|2fa|mfa_|meerstaps|multifactor|sterke authenti|dubbele verific|dubbele beveil|twee traps',
  authenticator:
    'authenticator|authenticatie app|authenticatieapp|verificatie app|authenticatietoepassing|totp app|codegenerator|authenticatie applicatie|2fa app|authenticatorapp|authenticatie programma|authenticatiesoftware|authentificatie app|authentificatieapp|verificatieapp|beveiligingsapp|tweefactor app|tweestaps app|otp app|mfa app|code generator|tokengenerator|google auth|tijdgebonden|op tijd gebaseerd|authenticatie toepassing',
  app: 'app_|applicatie|toepassing|smartphone|gegenereerd|genereer|mobiele',
  oneTime: 'eenmalig|otp|tijdelijke',
  code: 'code|cijfer|otp|*code|*cijfer',
  token: 'token',
  authentication: 'authenti|*authenti',
  confirmation: 'verific|bevestig',
  sent: 'gestuurd|verstuurd|verzonden|gemaild|gesms|ontvangen|toegezonden|bellen u|controleer uw|controleer je|verloopt over|geldig|hebben we|is gestuurd|werd gestuurd|toegestuurd|gezonden|verzond|stuurden|per mail|per sms|aangekomen|binnengekomen|zojuist',
  channel:
    'e mail|email|mail|sms|tekstbericht|telefoontje|gebeld|telefoonnummer|inbox|postvak|mobiele nummer|mobiel nummer|nummer eindig|whatsapp|via e mail|telefonisch|bericht naar',
  resend:
    'opnieuw|nogmaals|nieuwe code|andere code|niet ontvangen|geen code|code sturen|code verzenden|verstuur code|stuur code|code aanvragen|code ontvangen|code opvragen|nieuwe sms|nieuwe e mail|niet aangekomen|vraag een nieuwe|stuur een nieuwe|stuur nog|nog een code',
  backup: 'herstel|back up|backup|nood|reserve|terugval',
  device: 'apparaat|toestel',
  scan: 'scan|qr|barcode|geheime sleutel',
  secret: 'wachtwoord|wachtzin',
  identity:
    'naam_|voornaam|achternaam|gebruiker|adres|stad_|straat|land_|geboorte|datum|bedrijf|telefoon|zoek|onderwerp|opmerking|klant|titel|omschrijving|e mail|email|kenmerk',
  otherThing:
    'captcha|coupon|kortings|promo|cadeau|postcode|kaart|iban_|aantal|bedrag|prijs|serienummer|model_|referentie|product|volg|bestel|licentie|uitnodig|koppel|wifi|bsn_|beveiligingssleutel|afbeelding|vergadering|kamer|sticker|etiket|taal|valuta|verwijder|kanaal|pin_|pincode|activering|activatie|beveiligingsvraag|ander apparaat|nieuw apparaat',
  otherMessage: 'nepmail|nepbericht|valse e|oplichting|pushmelding',
  otherMethod:
    'andere methode|andere manier|in plaats daarvan|probeer een andere|alternatie|kwijt|geen toegang|problemen',
  sixDigits: 'zes_|zescijfer|acht_|zescijferige',
};
