import type { LanguageWords } from './language-words.ts';

/** Tiếng Việt. */
export const vi: LanguageWords = {
  factor:
    'hai yếu tố|2 yếu tố|hai bước|2 bước|hai lớp|2 lớp|đa yếu tố|nhiều yếu tố|yếu tố thứ hai|2 lần',
  authenticator:
    'ứng dụng xác thực|authenticator|ứng dụng xác minh|trình xác thực|trình tạo mã|ứng dụng totp',
  app: 'ứng dụng|điện thoại thông minh|được tạo',
  oneTime: 'một lần|dùng một lần|otp',
  code: 'chữ số|mã_|mã xác|mã số|mã otp|nhập mã|mã gồm|mã được|mã này|mã từ|mã dùng|mã bảo|mã truy|mã khôi|mã dự|mã 6',
  token: 'token',
  authentication: 'xác thực',
  confirmation: 'xác minh|xác nhận',
  sent: 'đã gửi|được gửi|vừa gửi|gửi đến|gửi tới|gửi cho|đã nhận|nhận được|gọi cho|kiểm tra email|kiểm tra hộp|hết hạn sau|có hiệu lực',
  channel: 'e mail|email|mail|sms|tin nhắn|cuộc gọi|số điện thoại|hộp thư|thư điện tử',
  resend: 'gửi lại|mã mới|gửi mã|lấy mã|nhận mã|yêu cầu|chưa nhận|không nhận',
  backup: 'dự phòng|khôi phục|sao lưu|khẩn cấp|phục hồi',
  device: 'thiết bị|máy ảnh',
  scan: 'quét|qr|mã vạch|khóa bí mật',
  secret: 'mật khẩu|cụm mật',
  identity:
    'tên_|họ_|người dùng|tài khoản|địa chỉ|thành phố|đường_|quốc gia|ngày sinh|ngày_|công ty|điện thoại|tìm kiếm|chủ đề|bình luận|khách hàng|tiêu đề|mô tả|email',
  otherThing:
    'captcha|phiếu|giảm giá|khuyến mãi|quà|bưu điện|bưu chính|số thẻ|số lượng|số tiền|giá_|sê ri|số seri|mẫu_|tham chiếu|sản phẩm|theo dõi|đơn hàng|giấy phép|mời|ghép nối|wifi|thuế|khóa bảo mật|hình ảnh|cuộc họp|phòng|nhãn dán|ngôn ngữ|tiền tệ|xóa|kênh|pin_|hợp đồng|kích hoạt|câu hỏi|trong hình|ký tự trong',
  otherMethod: 'cách khác|phương thức khác|phương pháp khác|thay vào đó|thay thế|bị mất|gặp sự cố',
  sixDigits: 'sáu_|6 chữ số|8 chữ số',
};
