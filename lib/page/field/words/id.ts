import type { LanguageWords } from './language-words.ts';

/** Bahasa Indonesia. */
export const id: LanguageWords = {
  factor:
    'dua faktor|2 faktor|dua langkah|2 langkah|multi faktor|multifaktor|faktor kedua|dua tahap|2 tahap|dua arah|autentikasi ganda|otentikasi ganda|verifikasi ganda|2fa|mfa_|dua lapis|2 lapis|multi langkah|faktor ganda|berlapis|keamanan ganda|autentikasi kuat',
  authenticator:
    'aplikasi autentik|aplikasi otentik|autentikator|otentikator|authenticator|aplikasi pengautentikasi|pengautentikasi|aplikasi verifikasi|pembuat kode|aplikasi totp|aplikasi pengesah|aplikasi authentic|aplikasi google|aplikasi keamanan|aplikasi otp|aplikasi 2fa|aplikasi pembuat|aplikasi penghasil|aplikasi pembangkit|aplikasi autentifikasi|aplikasi dua|pembangkit kode|penghasil kode|generator kode|google auth|perangkat autentik|perangkat otentik|berbasis waktu|token keras|perangkat mfa|penyemat',
  app: 'aplikasi|ponsel cerdas|dihasilkan|dibuat oleh',
  oneTime: 'sekali pakai|satu kali|otp|sekali',
  code: 'kode|digit|angka',
  token: 'token',
  authentication: 'autentik|otentik',
  confirmation: 'verifikasi|konfirmasi',
  sent: 'dikirim|telah dikirim|mengirim|kami kirim|diterima|anda terima|menelepon|periksa email|kedaluwarsa|berlaku|sudah dikirim|baru saja|akan dikirim|kami telah|sampai ke|anda akan menerima|yang diterima|tiba|terkirim|kami mengirim',
  channel:
    'e mail|email|mail|surel|sms|pesan teks|pesan|panggilan|nomor telepon|nomor ponsel|kotak masuk|whatsapp|nomor hp|no hp|nomor handphone|surat',
  resend:
    'kirim ulang|kirim lagi|kode baru|kode lain|tidak menerima|belum menerima|kirim kode|dapatkan kode|minta|kirimkan ulang|kirimkan lagi|belum dapat|tidak dapat kode|belum masuk|meminta|kirim kembali|kirim otp|ulangi kirim|resend',
  backup: 'pemulihan|cadangan|darurat|kode pemulihan|kode cadangan|kode darurat|recovery',
  device: 'perangkat|alat_|kamera',
  scan: 'pindai|qr|barcode|kunci rahasia',
  secret: 'sandi|kata sandi',
  identity:
    'nama|pengguna|alamat|kota_|jalan_|negara|lahir|tanggal|perusahaan|telepon|cari_|subjek|komentar|pelanggan|judul|deskripsi|email',
  otherThing:
    'captcha|kupon|diskon|promo|hadiah|kode pos|kartu|jumlah|harga|seri_|nomor seri|model_|referensi|produk|pelacakan|pesanan|lisensi|undang|penyandingan|pemasangan|wifi|pajak|kunci keamanan|gambar|rapat|ruang|stiker|label|bahasa|mata uang|hapus|saluran|pin_|kontrak|aktivasi|pertanyaan',
  otherMessage: 'penipuan|palsu|notifikasi push|pemberitahuan push',
  otherMethod: 'cara lain|metode lain|sebagai gantinya|alternatif|hilang|masalah',
  sixDigits: 'enam_|6 digit|delapan',
};
