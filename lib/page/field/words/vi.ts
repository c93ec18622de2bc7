import type { LanguageWords } from './language-words.ts';

/** Tiếng Việt. */
export const vi: LanguageWords = {
  factor:
    'hai yếu tố|2 yếu tố|hai bước|2 bước|hai lớp|2 lớp|đa yếu tố|nhiều yếu tố|yếu tố thứ hai|2 lần|xác thực kép|xác minh kép|2fa|mfa_|hai nhân tố|2 nhân tố|hai giai đoạn|hai cấp|2 cấp|nhiều lớp|đa lớp|xác thực mạnh|hai thành tố|hai tầng|xác thực 2|xác minh 2',
  authenticator:
    'ứng dụng xác thực|authenticator|ứng dụng xác minh|trình xác thực|trình tạo mã|ứng dụng totp|ứng dụng authentic|ứng dụng google|ứng dụng bảo mật|ứng dụng otp|ứng dụng 2fa|ứng dụng tạo mã|ứng dụng sinh mã|app xác thực|app authentic|app google|phần mềm xác thực|thiết bị xác thực|bộ xác thực|bộ tạo mã|trình sinh mã|công cụ xác thực|google auth|mã google|google xác thực|dựa trên thời gian|thiết bị mfa|smart otp',
  app: 'ứng dụng|điện thoại thông minh|được tạo',
  oneTime: 'một lần|dùng một lần|otp',
  code: 'chữ số|mã_|mã xác|mã số|mã otp|nhập mã|mã gồm|mã được|mã này|mã từ|mã dùng|mã bảo|mã truy|mã khôi|mã dự|mã 6',
  token: 'token',
  authentication: 'xác thực',
  confirmation: 'xác minh|xác nhận',
  sent: 'đã gửi|được gửi|vừa gửi|gửi đến|gửi tới|gửi cho|đã nhận|nhận được|gọi cho|kiểm tra email|kiểm tra hộp|hết hạn sau|có hiệu lực|gửi mã xác|sẽ gửi|sẽ được gửi|gửi qua|đã được gửi|bạn sẽ nhận|vừa nhận|gọi đến|gửi về',
  channel:
    'e mail|email|mail|sms|tin nhắn|cuộc gọi|số điện thoại|hộp thư|thư điện tử|số di động|thư điện|số máy|whatsapp',
  resend:
    'gửi lại|mã mới|gửi mã|lấy mã|nhận mã|yêu cầu|chưa nhận|không nhận|lấy lại mã|nhận lại|gửi otp|nhận otp|lấy otp|mã khác',
  backup:
    'dự phòng|khôi phục|sao lưu|khẩn cấp|phục hồi|mã khôi phục|mã dự phòng|mã sao lưu|mã phục hồi',
  device: 'thiết bị|máy ảnh',
  scan: 'quét|qr|mã vạch|khóa bí mật',
  secret: 'mật khẩu|cụm mật',
  identity:
    'tên_|họ_|người dùng|tài khoản|địa chỉ|thành phố|đường_|quốc gia|ngày sinh|ngày_|công ty|điện thoại|tìm kiếm|chủ đề|bình luận|khách hàng|tiêu đề|mô tả|email',
  otherThing:
    'captcha|phiếu|giảm giá|khuyến mãi|quà|bưu điện|bưu chính|số thẻ|số lượng|số tiền|giá_|sê ri|số seri|mẫu_|tham chiếu|sản phẩm|theo dõi|đơn hàng|giấy phép|mời|ghép nối|wifi|thuế|khóa bảo mật|hình ảnh|cuộc họp|phòng|nhãn dán|ngôn ngữ|tiền tệ|xóa|kênh|pin_|hợp đồng|kích hoạt|câu hỏi|trong hình|ký tự trong',
  otherMessage: 'lừa đảo|giả mạo|thông báo đẩy',
  otherMethod: 'cách khác|phương thức khác|phương pháp khác|thay vào đó|thay thế|bị mất|gặp sự cố',
  sixDigits: 'sáu_|6 chữ số|8 chữ số',
};
