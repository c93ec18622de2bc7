import type { LanguageWords } from './language-words.ts';

/** Türkçe. */
export const tr: LanguageWords = {
  factor:
    'iki faktör|iki adım|iki aşama|iki kademe|iki etken|2 adım|2 faktör|çift faktör|çift aşama|çok faktör|ikinci faktör|çok adım|çok aşama|iki basamak|iki faktor|2 aşama|iki öğe|çift kademe|çift katman|çift doğrula|iki katman|2fa|mfa_|çift kimlik|ikili doğrul|iki seviyeli|çift etken|çok etmen|iki etmen|güçlü kimlik',
  authenticator:
    'kimlik doğrulama uyg|kimlik doğrulayıcı|doğrulama uygulama|doğrulayıcı|authenticator|otantikatör|kod üretici|totp uyg|kimlik doğrulama app|kod üretec|kimlik doğrulama program|doğrulama program|doğrulama app|kimlik denetle|doğrulama cihaz|kimlik doğrulama cihaz|google auth|google doğrula|kod oluşturucu|şifre üretici|şifrematik|otp uyg|2fa uyg|iki faktör uyg|iki adımlı doğrulama uyg|mobil doğrulama|yetkilendirme uyg|zaman tabanlı|kimliklendirme uyg|güvenlik uyg',
  app: 'uygulama|akıllı telefon|üretilen|oluşturulan',
  oneTime: 'tek kullanım|tek seferlik|bir kerelik|otp|tek sefer',
  code: 'kod_|kodu|kodun|koda|kodunuz|haneli|basamak|anahtar kodu',
  token: 'token|jeton',
  authentication: 'kimlik',
  confirmation: 'doğrula|onay',
  sent: 'gönderildi|gönderdik|gönderilen|gönderdiğimiz|gönderiyoruz|gönderilmiş|aldığınız|iletildi|iletilen|arıyoruz|kontrol edin|süresi dolacak|geçerlidir|yollandı|yolladık|yollanan|gönderilmektedir|iletilmiştir|gelen kod|ulaşan|ulaştı|göndereceğiz|gelecek|alacaksınız|tarafınıza|gelen 6|gelen sms',
  channel:
    'e posta|eposta|email|e mail|mail|sms|kısa mesaj|metin mesajı|telefon numara|telefonunuza|arama_|gelen kutusu|numaralı|telefon numar|telefonuna|mobil numara|whatsapp|numarasına',
  resend:
    'tekrar gönder|yeniden gönder|yeni kod|başka kod|almadınız|gelmedi|kod gönder|kod al_|kod iste|kodu gönder|tekrar yolla|yeniden yolla|kod gelmedi|kodu tekrar|kodu yeniden|ulaşmadı|yeniden talep|tekrar iste|yeniden iste',
  backup: 'kurtarma|yedek|acil|geri yükle',
  device: 'cihaz|aygıt|kamera',
  scan: 'tara|qr|karekod|barkod|gizli anahtar',
  secret: 'şifre|parola',
  identity:
    'ad_|adı_|adınız|soyad|isim|kullanıcı|adres|şehir|sokak|ülke|doğum|tarih|şirket|telefon|ara_|arama|konu|yorum|müşteri|başlık|açıklama|e posta|email',
  otherThing:
    'captcha|kupon|indirim|promosyon|hediye|posta kodu|kart|iban_|miktar|adet|tutar|fiyat|seri n|model_|referans|ürün|takip|sipariş|lisans|davet|eşleştir|wifi|vergi|güvenlik anahtarı|resim|görüntü|toplantı|oda_|etiket|dil_|para birimi|sil_|silmek|kanal|pin_|sözleşme|etkinleştir|aktivasyon|güvenlik soru|diğer cihaz|yeni cihaz',
  otherMessage: 'oltalama|kimlik avı|dolandırıc|sahte e|anlık bildirim|push bildirim',
  otherMethod:
    'başka bir yöntem|diğer yöntem|farklı bir|başka yöntem|bunun yerine|alternatif|kaybett|sorun',
  sixDigits: 'altı|6 haneli|sekiz',
};
