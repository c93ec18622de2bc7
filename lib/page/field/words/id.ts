import type { LanguageWords } from './language-words.ts';

/** Bahasa Indonesia. */
export const id: LanguageWords = {
  factor:
    'dua faktor|2 faktor|dua langkah|2 langkah|multi faktor|multifaktor|faktor kedua|dua tahap|2 tahap|dua arah',
  authenticator:
    'aplikasi autentik|aplikasi otentik|autentikator|otentikator|authenticator|aplikasi pengautentikasi|pengautentikasi|aplikasi verifikasi|pembuat kode|aplikasi totp|aplikasi pengesah',
  app: 'aplikasi|ponsel cerdas|dihasilkan|dibuat oleh',
  oneTime: 'sekali pakai|satu kali|otp|sekali',
  code: 'kode|digit|angka',
  token: 'token',
  authentication: 'autentik|otentik',
  confirmation: 'verifikasi|konfirmasi',
  sent: 'dikirim|telah dikirim|mengirim|kami kirim|diterima|anda terima|menelepon|periksa email|kedaluwarsa|berlaku',
  channel:
    'e mail|email|mail|surel|sms|pesan teks|pesan|panggilan|nomor telepon|nomor ponsel|kotak masuk|whatsapp',
  resend:
    'kirim ulang|kirim lagi|kode baru|kode lain|tidak menerima|belum menerima|kirim kode|dapatkan kode|minta',
  backup: 'pemulihan|cadangan|darurat',
  device: 'perangkat|alat_|kamera',
  scan: 'pindai|qr|barcode|kunci rahasia',
  secret: 'sandi|kata sandi',
  identity:
    'nama|pengguna|alamat|kota_|jalan_|negara|lahir|tanggal|perusahaan|telepon|cari_|subjek|komentar|pelanggan|judul|deskripsi|email',
  otherThing:
    'captcha|kupon|diskon|promo|hadiah|kode pos|kartu|jumlah|harga|seri_|nomor seri|model_|referensi|produk|pelacakan|pesanan|lisensi|undang|penyandingan|pemasangan|wifi|pajak|kunci keamanan|gambar|rapat|ruang|stiker|label|bahasa|mata uang|hapus|saluran|pin_|kontrak|aktivasi|pertanyaan',
  otherMethod: 'cara lain|metode lain|sebagai gantinya|alternatif|hilang|masalah',
  sixDigits: 'enam_|6 digit|delapan',
};
