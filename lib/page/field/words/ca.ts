import type { LanguageWords } from './language-words.ts';

/** Català. */
export const ca: LanguageWords = {
  factor:
    'dos factors|doble factor|dos passos|2 passos|2 factors|multifactor|segon factor|dues passes|doble verif',
  authenticator:
    "autenticador|aplicació d'autentic|aplicació dautentic|app d'autentic|authenticator|generador de codis|aplicació autentic",
  app: 'aplicació|app_|generat|mòbil',
  oneTime: "un sol ús|únic ús|d'un ús|otp_",
  code: 'codi|dígit',
  token: 'token|testimoni',
  authentication: 'autentic',
  confirmation: 'verific',
  sent: 'enviat|hem enviat|rebut|rebreu|trucant|consulteu|caduca',
  channel: 'correu|email|e mail|mail|sms|missatge|trucada|número de telèfon|bústia',
  resend:
    'reenvi|torna a enviar|envia de nou|codi nou|nou codi|no heu rebut|envia codi|envia el codi|sol·licita',
  backup: 'recuperació|còpia de seguretat|emergència|reserva',
  device: 'dispositiu|aparell|càmera',
  scan: 'escane|qr|codi de barres|clau secreta',
  secret: 'contrasenya',
  identity:
    'nom_|cognom|usuari|adreça|ciutat|carrer|país|naixement|data_|empresa|telèfon|cerca|assumpte|comentari|títol|descripció|correu',
  otherThing:
    'captcha|cupó|promo|regal|descompte|postal|targeta|quantitat|import_|preu|sèrie|model_|referència|producte|seguiment|comanda|llicència|convida|invita|wifi|fiscal|clau de seguretat|imatge|reunió|sala|adhesiu|etiqueta|idioma|moneda|suprimeix|elimina|canal|pin_|contracte|activació',
  otherMethod: 'un altre mètode|altra manera|en lloc d|alternativ|perdut|problemes',
  sixDigits: 'sis_|vuit_',
};
