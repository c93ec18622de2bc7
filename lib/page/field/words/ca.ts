import type { LanguageWords } from './language-words.ts';

/** Català. */
export const ca: LanguageWords = {
  factor:
    'dos factors|doble factor|dos passos|2 passos|2 factors|multifactor|segon factor|dues passes|doble verif|dos factor|doble autent|verificació en dos|2fa|mfa_|doble pas|autenticació forta|en dues etapes|múltiples factors|de dos passos',
  authenticator:
    "autenticador|aplicació d'autentic|aplicació dautentic|app d'autentic|authenticator|generador de codis|aplicació autentic|app autentic|aplicació mòbil d'autent|aplicació mòbil dautent|aplicació de verif|app de verif|aplicació de seguretat|aplicació de doble|aplicació otp|aplicació totp|app otp|app 2fa|generador de codi|google auth|basat en temps|basada en temps|basat en el temps|dispositiu d'autent|dispositiu dautent|autentificador|aplicació d'autentif|aplicació dautentif",
  app: 'aplicació|app_|generat|mòbil',
  oneTime: "un sol ús|únic ús|d'un ús|otp_",
  code: 'codi|dígit',
  token: 'token|testimoni',
  authentication: 'autentic',
  confirmation: 'verific',
  sent: "enviat|hem enviat|rebut|rebreu|trucant|consulteu|caduca|s'ha enviat|sha enviat|us hem|acabem d|heu rebut|has rebut|rebràs|arribat|hem trucat|lliurat",
  channel:
    'correu|email|e mail|mail|sms|missatge|trucada|número de telèfon|bústia|telèfon acabat|número acabat|whatsapp|per telèfon|mòbil acabat|número de mòbil',
  resend:
    "reenvi|torna a enviar|envia de nou|codi nou|nou codi|no heu rebut|envia codi|envia el codi|sol·licita|tornar a enviar|torneu a enviar|no has rebut|no ha arribat|demana|demaneu|enviar codi|enviar un altre|envia'm|un altre codi",
  backup:
    'recuperació|còpia de seguretat|emergència|reserva|codi de recup|codis de recup|codi de còpia|restaura|rescat',
  device: 'dispositiu|aparell|càmera',
  scan: 'escane|qr|codi de barres|clau secreta',
  secret: 'contrasenya',
  identity:
    'nom_|cognom|usuari|adreça|ciutat|carrer|país|naixement|data_|empresa|telèfon|cerca|assumpte|comentari|títol|descripció|correu',
  otherThing:
    'captcha|cupó|promo|regal|descompte|postal|targeta|quantitat|import_|preu|sèrie|model_|referència|producte|seguiment|comanda|llicència|convida|invita|wifi|fiscal|clau de seguretat|imatge|reunió|sala|adhesiu|etiqueta|idioma|moneda|suprimeix|elimina|canal|pin_|contracte|activació',
  otherMessage: 'suplantació|fraudulent|notificació push',
  otherMethod: 'un altre mètode|altra manera|en lloc d|alternativ|perdut|problemes',
  sixDigits: 'sis_|vuit_',
};
