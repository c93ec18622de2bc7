/**
 * What a page's words can say about a code field, in 22 languages: evidence
 * only, because the structure of the field must carry the decision in any
 * other language. Stems, folded by `foldWords` (lower case, no marks), one
 * regular expression a meaning; scripts without spaces need no word borders.
 */

/** Lower case, compatibility forms unified, accents and vowel marks dropped: 'Ověřovací' → 'overovaci'. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łıđøß’]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
}

const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  '’': "'",
};

function stems(...alternatives: readonly string[]): RegExp {
  return new RegExp(foldWords(alternatives.join('|')), 'u');
}

/** Two-factor, two-step, authenticator: the code is made on the user's side. */
export const SECOND_FACTOR = stems(
  '\\b(2|t|m)fa(?![a-z])|totp|authenticator|autentikator|authy|аутентификатор|автентифікатор',
  '(two|2|multi)[ -]?(factor|step)|\\b(deux|dos|dois|duas|due|doble|double|doppi\\w|2)[ -]?(facteur|factor|fator|fattor|etapa|etape|paso|passo|passag|verifi[ck]a|authentif|autentic)',
  '(zwei|twee|två|tva)[ -]?(faktor|factor|stuf|schritt|stap|steg|weg|ledig)',
  'dwu(składnik|etap|stopn)|dvou?(faktor|faz|krok|stup|úrov)|дв(ух|о)(фактор|этап|етап|ступен|рівн)|(много|багато)фактор',
  'két(faktor|lépcsős|szint|fázis)|(iki|çift|2)[ -]?(faktör|adım|aşama|kademe)|عاملين|خطوتين|الثنائي|متعدد العوامل',
  '[二両两兩雙双多2] ?(要素|段階|段阶|階段|阶段|因素|因子|步|重|次)|(2|이|다) ?(단계|단 |중 |요소)|認証アプリ|身份验证器|驗證器|인증 ?앱',
  '(hai|2) (yếu tố|bước|lớp)|dua[ -]?(faktor|langkah)|(สอง|2) ?(ขั้นตอน|ปัจจัย|ชั้น)',
);

/** An authenticator app by its name: such codes are never sent. */
export const AUTHENTICATOR = stems(
  'totp|authenticator|autentikator|authy|аутентификатор|автентифікатор|authenti[fsz]i[a-z]*[ -]app|認証アプリ|身份验证器|驗證器|인증 ?앱|ứng dụng xác thực',
);

/** So many digits. */
export const SIX = /(^|[^\d.,:/])[68]([^\d.,:/]|$)/;

/** One-time code or password: also said of codes that were sent. */
export const ONE_TIME = stems(
  '(?<![a-z])otp(?![a-z])|one[ -]?time( (password|passcode|pin))?|usage unique|(un )?solo uso|uso [uú]nico|código único|senha única|monouso',
  'einmal(ig|pass|code|kenn)|eenmalig|jednoráz|jednoraz|egyszer használatos|engångs|однораз|tek (seferlik|kullanım)',
  'مرة واحدة|المرة الواحدة|ワンタイム(パスワード)?|一次性(密码|密碼)?|动态(码|口令|密码)|動態|일회용( ?비밀번호)?|một lần|sekali pakai|ครั้งเดียว',
);

/** A code, a token, so many digits. */
export const CODE = stems(
  'code|\\bk[oó]d|k[oó]d(en|e|et)?\\b|código|codice|token|jeton|passcode|digit|chiffres|ziffern|cifr|код|токен|цифр|كود|رمز|شفرة',
  'コード|トークン|桁|代码|代碼|[码碼]|令牌|口令|코드|토큰|자리|\\bmã\\b|รหัส|กุญแจ',
);

/** Said of codes that prove who you are, far more than of codes that were sent. */
export const AUTHENTICATION = stems(
  'authenti[ckfs]|autenti[ckf]|autentis|uwierzyteln|hitelesít|аутентиф|автентиф|авторизац|kimlik doğrula|مصادقة|認証|认证|認證|인증|xác thực|otentikasi|otentifikasi|ยืนยันตัวตน|ตรวจสอบสิทธิ์',
);

/** Scan this: enrolment. */
export const SCAN = stems('\\bqr\\b|qr-|qr(コード|码|碼|코드)|二维码|二維碼|кюар');

/** Made by an app: the other half of 'enter the code from your app'. */
export const APP = stems(
  'app(s|en)?\\b|applica|aplica|aplika|alkalmazás|applikation|приложен|застосун|додат|програм|uygulama|تطبيق|アプリ|应用|應用|程序|앱|ứng dụng|แอป',
  'smartphone|generat|generad|gerado|générée?|generier|genererad|gegenereerd|wygenerowan|vygenerovan|сгенер|згенер|üretil|生成|생성',
);

/** The page says that it sent something. */
export const SENT = stems(
  '\\bsent\\b|\\bsends?\\b|e-?mailed|texted|(just|have) received|gesendet|geschickt|zugesandt|verschickt|envoyé|enviad[oa]|enviamos|inviat[oa]|verstuurd|verzonden|gestuurd',
  'wysłan|wysłali|odeslán|odeslali|poslali|zaslali|elküld|küldtünk|küldött|skickat|skickad|отправлен|отправили|выслан|выслали|надіслан|надіслали|gönderil|gönderdi|gönderdik',
  'أرسلن|ارسلن|إرسال رمز|送信(し|さ)|お送り|已发送|已發送|发送(至|到)|發送(至|到)|已寄|전송했|전송된|보냈|보낸|발송|đã gửi|được gửi|dikirim|mengirim|ส่งรหัส|ส่งไป',
);

/** Mail, text message, call. */
export const CHANNEL = stems(
  'e-?mail|\\bmail|inbox|courriel|correo|почт|пошт|\\bsms\\b|text message|phone call|whatsapp|textnachricht|短信|簡訊|简讯|邮箱|邮件|郵件|メール|문자 ?메시지|이메일|메일',
  'posta\\b|الإيميل|البريد|رسالة نصية|อีเมล|ข้อความ|tin nhắn|wiadomość sms|szöveges üzenet|phone code',
);

/** Offers to send once more: on buttons and links only. */
export const AGAIN = stems(
  're-?send|send (it |code )?again|(send|get|request)( me)?( a| the)? (verification )?code|(获取|發送|发送|取得)(验证码|驗證碼|代码)|send (email|sms)|new code|did(n.?t| not) (receive|get)|erneut|nochmal|renvoyer|reenviar|volver a enviar|reinvia|opnieuw|ponownie|znovu|újra|på nytt|skicka igen',
  'повторн|ещ[её] раз|ще раз|повторити|tekrar g|yeniden g|إعادة (ال)?إرسال|再送|再次|重新(发|發|获|獲)|重[发發]|다시|재전송|gửi lại|kirim ulang|อีกครั้ง',
);

/** Recovery and backup codes. */
export const BACKUP = stems(
  'back-?up|recover|récupér|recuper|wiederherst|rettung|notfall|emergency|scratch code|secours|respaldo|riserva|emergenz|ripristin|herstel|nood|odzysk|awaryjn|zapasow',
  'záloh|obnov|mentési|helyreállít|tartalék|visszaállít|återställ|reserv|резерв|восстанов|відновл|запасн|yedek|kurtarma|استرداد|استعادة|احتياط',
  'バックアップ|リカバリ|回復|復旧|备份|備份|恢复|恢復|백업|복구|dự phòng|khôi phục|sao lưu|pemulihan|cadangan|สำรอง|กู้คืน',
);

/** Anything else a short field can be for. Password words count only where no one-time words stand. */
export const OTHER = stems(
  'captcha|robot|coupon|voucher|promo|gift|discount|\\bzip\\b|postal|post ?code|postleit|\\bplz\\b|\\bcv[vc]\\b|card|iban|search|quantity|amount|price|serial|\\bimei|model|phone|mobile (no|num)|telef|\\btel\\b|\\bmobile\\b',
  'name\\b|\\buser|address|city|street|country|birth|\\bdate\\b|company|identifier|identifica?(dor|tore)|identifiant|identifikátor|идентификатор|invit|referr|licen[cs]e|order n|tracking|account n|member|customer|social security|\\bssn\\b|\\btax|pairing|wi-?fi|ssid',
  'passw|passphrase|secret|\\bkeys?\\b|subject|comment|\\burl\\b|picture|image|you see|yubi|\\bpin\\b|security question',
  'kennwort|mot de passe|contraseñ|senha|wachtwoord|hasł|heslo|jelszó|lösenord|парол|şifre|كلمة|パスワード|密码|密碼|비밀번호|mật khẩu|sandi|รหัสผ่าน',
  '电话|電話|手机|手機|전화|휴대|هاتف|โทรศัพท์|điện thoại|telepon|телефон|капч|картин|图形|图片|圖形|画像|이미지|gutschein|cupón|kupon|купон|优惠|優惠|クーポン|쿠폰|индекс|邮编|郵便|우편',
  'such(e|en)\\b|recherch|buscar|\\bcerca\\b|zoek|szukaj|hledat|keres|поиск|пошук|بحث|検索|搜索|搜尋|검색|tìm kiếm|\\bcari\\b|ค้นหา|\\bnom\\b|nombre|\\bnaam\\b|\\bimi[eę]\\b|jméno|\\bnév|namn|\\bимя|имени|ім.я|\\badı?\\b|الاسم|名前|姓名|用户|用戶|이름|사용자|\\btên\\b|\\bชื่อ',
);

/** Things a page may ask for in the very same field; said near it, they decide. */
export const OTHER_THING = stems(
  'yubi(co|key)|gift ?card|geschenkkarte|carte cadeau|tarjeta (de )?regalo|coupon|voucher|captcha|pairing code|security key|webauthn|passkey',
);

/** A code printed on, or shown by, a device. Weak: 'the code from your device' is also said of a phone. */
export const DEVICE = stems(
  'device|gerät|appareil|dispositiv|apparaat|urządzen|zařízen|készülék|eszköz|enhet|устройств|пристр|cihaz|الجهاز|デバイス|機器|设备|設備|装置|장치|기기|thiết bị|perangkat|อุปกรณ์',
);

/** In names and ids, which pages write in English whatever they speak. */
export const ID_SECOND_FACTOR =
  /(^|[^a-z])(otp|2fa|mfa|tfa)|totp|otp(code|input|field|$)|2fa|mfa|two.?(factor|step)|authenticator|auth.?code|one.?time|passcode/;
export const ID_CODE = /code|token|pin.?input|challenge|digit/;
export const ID_CHANNEL = /mail|sms|phone|mobile/;
export const ID_BACKUP = /backup|recover|scratch|emergency/;
/** 'Trust this device', 'remember me for 30 days': the box beside a second factor. */
export const ID_TRUST = /trust|remember/;
export const ID_OTHER =
  /captcha|search|coupon|promo|voucher|gift|zip|post.?(al|code)|cv[vc]|card|user.?name|login|name($|[^a-z])|passw|address|serial|invite|referr|licen|device.?(code|id)|birth|(^|[^a-z])(q|qty|tel)($|[^a-z])/;
