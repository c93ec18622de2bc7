import type { LanguageWords } from './language-words.ts';

/** Español. */
export const es: LanguageWords = {
  factor:
    'dos factores|doble factor|2 factores|dos pasos|2 pasos|doble paso|multifactor|múltiples factores|multi factor|segundo factor|doble autentic|doble verif|dos etapas|varios factores|factor|doble autent|verificación en dos|2 etapas|autenticación fuerte|dos factor|doble fase|2fa|mfa_|autenticación reforzada',
  authenticator:
    'autenticador|authenticator|aplicación de autentic|aplicación de verif|app de autentic|app autentic|aplicacion totp|generador de código|aplicación 2fa|aplicación de doble|app de verif|app de autentific|aplicación de autentific|autentificador|aplicación autentic|app autentific|aplicación móvil de autent|app móvil de autent|app 2fa|app totp|app otp|aplicación otp|aplicación mfa|aplicación de seguridad|aplicación de generación|generador de token|generador de otp|google auth|basado en tiempo|basada en tiempo|basada en el tiempo|basado en el tiempo|aplicación de dos|app de dos|token virtual|dispositivo de autentic|aplicativo de autentic|programa de autentic',
  app: 'aplica|app_|teléfono inteligente|generad|móvil',
  oneTime: 'un solo uso|único uso|uso único|una sola vez|otp_|de un uso|temporal|única vez',
  code: 'código|codigo|dígito|digito|clave de|cifra',
  token: 'token',
  authentication: 'autentic|autentif',
  confirmation: 'verific|identidad|confirm',
  sent: 'enviado|enviada|enviamos|envió|enviará|hemos enviado|recibido|recibiste|recibió|te llegó|remitido|mandado|mandamos|llamando|revisa tu|revise su|compruebe su|consulta tu|caduca en|expira en|válido por|válido durante|ha enviado|fue enviado|se envió|se ha envi|te enviamos|le enviamos|hemos mandado|acabamos de|te llegar|le llegar|recibirá|llegado|proporcionado por sms',
  channel:
    'correo|e mail|email|mail|sms|mensaje de texto|mensaje|llamada|número de teléfono|teléfono termin|bandeja|celular termin|móvil termin|número termin|whatsapp|buzón|número de celular|número de móvil|por teléfono|a tu teléfono|a su teléfono|al teléfono',
  resend:
    'reenviar|volver a enviar|enviar de nuevo|enviar otra|nuevo código|otro código|no recib|no ha recib|enviar código|enviar el código|obtener código|solicitar|pedir|recibir un|reenvía|reenvíe|reenvío|volver a solicitar|envíame|no llegó|no te llegó|no me llegó|aún no recib|enviar nuevo|mandar código|mandar de nuevo|enviar otro|generar nuevo',
  backup:
    'respaldo|recupera|emergencia|copia de seguridad|reserva|rescate|código de recup|códigos de recup|restaura|un código de respaldo|contingencia|clave de recup',
  device: 'dispositivo|aparato|equipo|cámara',
  scan: 'escane|qr_|código de barras|clave secreta',
  secret: 'contraseñ|clave_|frase',
  identity:
    'nombre|apellido|usuario|dirección|ciudad|calle|país|nacimiento|fecha|empresa|teléfono|buscar|búsqueda|asunto|comentario|cliente|título|descripción|correo|identificador|cédula',
  otherThing:
    'captcha|cupón|cupon|promo|regalo|descuento|postal|tarjeta|iban_|cantidad|importe|precio|serie|modelo|referencia|producto|seguimiento|pedido|licencia|invita|emparej|vincul|wifi|fiscal|llave de seguridad|clave de seguridad|imagen|reunión|sala|pegatina|etiqueta|idioma|moneda|eliminar|borrar|canal|pin_|contrato|activación|pregunta|otro dispositivo|nuevo dispositivo',
  otherMessage: 'suplantación|fraudulent|notificación push',
  otherMethod:
    'otro método|otra forma|otra manera|en su lugar|probar otr|otra opción|alternativ|perdi|sin acceso|problemas',
  sixDigits: 'seis_|ocho_',
};
