import type { LanguageWords } from './language-words.ts';

/** Eesti. */
export const et: LanguageWords = {
  factor:
    'kaheastm|kahefaktor|kaheetap|kahesamm|mitmefaktor|mitmik|teine faktor|kaheosal|mitmeastm|kahetasem|2fa|mfa_|kahetasandil|tugev autent|kahe teguri|mitme teguri|kahetegur|mitmetegur',
  authenticator:
    'autentimisrakend|autentija|authenticator|autentikaator|koodigeneraator|autentimisäpp_|tuvastusrakend|kinnitusrakend|autentimise rakend|autentimis rakend|autentimisprogramm|autentimisseade|autentimisseadme|autentimisäpi|tuvastamisrakend|tuvastamise rakend|kinnitamise rakend|google auth|koodi generaator|koodide generaator|turvarakend|2fa rakend|otp rakend|ajapõhi|rakendus* google|rakendus* authentic',
  app: 'rakendus|äpp_|nutitelefon|genereeri',
  oneTime: 'ühekord|otp',
  code: 'kood|luba|numbri|pääsmik|*kood',
  token: 'token',
  authentication: 'autenti|tuvast',
  confirmation: 'kinnit|kontroll',
  sent: 'saatsime|saadetud|saadeti|saadud|said_|helista|kontrollige|kontrolli oma|aegub|kehtib|saadame|saadetakse|saate_|saabus|saabunud|edastasime|edastatud|kohale|saite_',
  channel:
    'e post|epost|email|e mail|mail|e kiri|meil|sms|tekstisõnum|sõnum|kõne|telefoninumb|postkast|mobiilinumb|telefonile|telefoni numb|whatsapp|kirjaga|numbrile',
  resend:
    'uuesti|uus kood|saada kood|ei saanud|hangi kood|taotle|küsi|saada uuesti|saada uus|ei saabunud|pole saanud|telli uus|uue koodi',
  backup: 'taaste|varu|varukood|häda|taastamis|tagavara',
  device: 'seade|seadme|kaamera',
  scan: 'skanni|skaneeri|qr|vöötkood|salajane võti',
  secret: 'parool|salasõna',
  identity:
    'nimi_|eesnimi|perekonnanimi|kasutaja|aadress|linn_|tänav|riik|sünni|kuupäev|ettevõt|telefon|otsi|teema|kommentaar|klient|pealkiri|kirjeldus|e post|email',
  otherThing:
    'captcha|kupong|soodus|kingi|postiindeks|sihtnumber|kaart|kaardi|kogus|summa|hind|seeria|mudel|viite|toode|toote|jälgi|tellim|litsents|kutse|sidum|wifi|isikukood|turvavõti|pilt|pildi|koosolek|ruum|kleebis|keel_|valuuta|kustuta|kanal|pin_|leping|aktiveeri|küsimus',
  otherMessage: 'õngits|petukir|tõuketeavit|tõuketeade',
  otherMethod:
    'muu viis|teine viis|muul viisil|teist viisi|selle asemel|alternatiiv|kaota|probleem',
  sixDigits: 'kuus_|kuuekohal|kaheksa',
};
