import type { LanguageWords } from './language-words.ts';

/** English. */
export const en: LanguageWords = {
  factor:
    '2fa|mfa_|tfa_|2 factor|two factor|multi factor|multifactor|second factor|2 step|two step|2step|twofactor|twostep|multi step|two stage|login verification|2nd factor|dual factor|double factor|double authentication|multi stage|two phase|2 phase|two fa_|2 fa_|2sv_|step up authentication|secondary authentication|strong authentication|second authentication|authentication factor|additional factor|google code_|ga code',
  authenticator:
    'authenticator|authentication app|auth app|authy|totp|time based|code generator|verification app|2fa app|token app|authenticating app|otp app|two factor app|2 factor app|two step app|time dependent|google 2 step|google verification|google authentication|google auth_|authorization app|authorisation app|security app_|mfa app|otp generator|one time password app|one time code app|one time password generator|timed code|rotating code|code generating app|password generator app|freeotp|aegis_|okta verify|duo mobile|microsoft auth|google authent|google otp|google 2fa|google mfa|soft token|software token|hardware token|mfa device|2fa device|authentication device|virtual mfa',
  app: 'app_|apps_|application|smartphone|mobile phone|generat|token device|phone app',
  oneTime: 'otp_|one time|onetime|single use|dynamic password|dynamic code',
  code: 'code_|codes_|passcode|digit|otp_',
  token: 'token',
  authentication: 'authenticat|2fa',
  confirmation: 'verif|confirm|security code|access code',
  sent: "sent_|sends_|sending|emailed|e mailed|texted|received|delivered|on its way|on the way|we're calling|were calling|we are calling|calling you|calling the|called|you got|you received|check your e|check your in|check your mail|check your phone|check your text|check your message|code in your email|just arrived|expires in|expire in|valid for|dispatched|automated message|have sent|been sent|was sent|mailed_|texting|emailing|messaged|forwarded|delivering|has arrived|not arrived|phoned|we called|arrive in|should arrive|may take a few minutes|code we|contacted",
  channel:
    'email|e mail|mail_|mailbox|inbox|sms_|text message|a text_|texted|phone call|whatsapp|telegram|voice call|with a call|a call_|the call_|you hear|by phone|phone number|telephone number|mobile number|the letter|spam|call me|mobile phone number|voice|registered mobile|registered phone|registered number|phone ending|number ending|your number|to your phone|to your mobile|to your device by|short message|instant message|signal message|line message',
  resend:
    "resend|re send|send again|send it again|send code|send a code|send me|send new|send another|send the code|send sms|send email|send otp|get code|get a code|get a new code|get new code|get verification|get another|request code|request a|request new|new code|another code|didn't receive|didnt receive|did not receive|did you receive|not receive|didnt get|did not get|not received|havent received|receive a new|send verification|send one|resent|no code|call again|send it to me|send the otp|request otp|did not arrive|try sending|generate a new code|get otp",
  backup:
    'backup|back up|recover|scratch code|emergency|rescue|reset code|bypass|one time recovery|account recovery|reserve code|spare code|single use backup|fallback code|printed code',
  device: 'device|machine|hardware',
  scan: 'qr_|qrcode|barcode|scan_|scan the|scanning|secret key|setup key|set up key',
  secret: 'password|passphrase|passwd|current pin',
  identity:
    'name_|names_|username|user_|user id|userid|login_|e mail|email|address|city_|street|country|birth|date_|company|phone|mobile n|telephone|search|comment|subject|url_|website|title|description|first name|last name|member|customer|account n|account id|identifier|label_|nickname|alias|nick_|memo_|note_|notes_|remark',
  otherThing:
    'captcha|robot|coupon|voucher|promo|gift|discount|zip_|postal|post code|postcode|cvv|cvc|csc_|card n|security number|iban|swift|bic_|quantity|amount|price|serial|imei|model_|reference|product|tracking|order n|order id|licen|invit|referral|pairing|pair_|activation|wifi|wi fi|ssid|social security|ssn_|tax_|yubi|security key|passkey|webauthn|fido|picture|in the image|characters you see|code shown above|meeting|sticker|label of|printed on|zone code|country code|language code|currency|to delete|type delete|delete|security question|secret question|channel_|lottery|join_|class code|pin code|your pin|a pin_|new pin|pin_|branch|sku|batch|bank code|sort code|area code|discount code|user code|connect code|link code|postcard|other device|new device|link a device|device activation|device authorization|authorize device|displayed on your device|shown on your device|device code|otp key|on your tv|on your screen|connect a device|device verification|device serial',
  otherMessage: 'phishing|spoof|fraudulent|scam_|scams_|fake e|fake m|fake t|push_|pushed to',
  otherMethod:
    "another way|another method|other way|other method|another verification|different method|instead|try another|choose another|use a different|lost your|having trouble|cant access|can't access|alternative|no access|dont have access|trouble|use my",
  sixDigits: 'six_|eight_|6 digit|8 digit',
};
