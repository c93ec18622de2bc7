import type { LanguageWords } from './language-words.ts';

/** Bahasa Melayu. */
export const ms: LanguageWords = {
  factor:
    'dua faktor|dua langkah|pelbagai faktor|berbilang faktor|faktor kedua|dua peringkat|2fa|mfa_|dua lapis|pengesahan kuat|2 langkah|2 faktor|pengesahan dua',
  authenticator:
    'aplikasi pengesah|pengesah|apl pengesah|authenticator|aplikasi pengesahan|aplikasi authentic|aplikasi google|aplikasi keselamatan|aplikasi otp|aplikasi 2fa|penjana kod|google auth|peranti pengesah|berasaskan masa|apl google|apl authentic|aplikasi penjana',
  app: 'apl_|aplikasi|telefon pintar|dijana',
  oneTime: 'sekali guna|kali guna|otp',
  code: 'kod_|digit',
  token: 'token',
  authentication: 'pengesah',
  confirmation: 'sahkan|semak',
  sent: 'dihantar|telah menghantar|kami hantar|diterima|menghubungi|telah dihantar|akan dihantar|baru sahaja|anda akan menerima|yang diterima|tiba_|sampai ke|kami telah|luput|sah selama',
  channel:
    'e mel|emel|email|sms|mesej|panggilan|nombor telefon|e mail|no telefon|nombor anda|nombor berakhir|whatsapp|peti masuk',
  resend:
    'hantar semula|kod baharu|tidak menerima|hantar kod|minta|hantar lagi|hantar sekali|belum terima|belum menerima|tak terima|mohon kod|dapatkan kod|kod lain|kod baru',
  backup: 'pemulihan|sandaran|kecemasan|kod pemulihan|kod sandaran|kod kecemasan',
  device: 'peranti',
  scan: 'imbas|qr|kod bar',
  secret: 'kata laluan',
  identity: 'nama|pengguna|alamat|bandar|jalan_|negara|lahir|tarikh|syarikat|telefon|cari_|emel',
  otherThing:
    'captcha|kupon|diskaun|hadiah|poskod|kad_|jumlah|harga|siri_|rujukan|produk|pesanan|lesen|jemput|gambar|mesyuarat|bilik|pelekat|padam|saluran|pin_',
  otherMessage: 'pancingan data|penipuan|palsu|pemberitahuan tolak',
  otherMethod: 'cara lain|kaedah lain|sebaliknya|alternatif|hilang',
  sixDigits: 'enam_|6 digit',
};
