import type { LanguageWords } from './language-words.ts';

/** Bahasa Melayu. */
export const ms: LanguageWords = {
  factor: 'dua faktor|dua langkah|pelbagai faktor|berbilang faktor|faktor kedua|dua peringkat',
  authenticator: 'aplikasi pengesah|pengesah|apl pengesah|authenticator|aplikasi pengesahan',
  app: 'apl_|aplikasi|telefon pintar|dijana',
  oneTime: 'sekali guna|kali guna|otp',
  code: 'kod_|digit',
  token: 'token',
  authentication: 'pengesah',
  confirmation: 'sahkan|semak',
  sent: 'dihantar|telah menghantar|kami hantar|diterima|menghubungi',
  channel: 'e mel|emel|email|sms|mesej|panggilan|nombor telefon',
  resend: 'hantar semula|kod baharu|tidak menerima|hantar kod|minta',
  backup: 'pemulihan|sandaran|kecemasan',
  device: 'peranti',
  scan: 'imbas|qr|kod bar',
  secret: 'kata laluan',
  identity: 'nama|pengguna|alamat|bandar|jalan_|negara|lahir|tarikh|syarikat|telefon|cari_|emel',
  otherThing:
    'captcha|kupon|diskaun|hadiah|poskod|kad_|jumlah|harga|siri_|rujukan|produk|pesanan|lesen|jemput|gambar|mesyuarat|bilik|pelekat|padam|saluran|pin_',
  otherMethod: 'cara lain|kaedah lain|sebaliknya|alternatif|hilang',
  sixDigits: 'enam_|6 digit',
};
