import type { FieldPage } from './page.ts';

/** Prompts at log-in: one field, many houses. */
export const prompts: readonly FieldPage[] = [
  {
    name: 'a bare field of a component library, words round it',
    html: `<div class="card"><h2>Two-Factor Authentication</h2><p>Enter the 6-digit token.</p>
      <input class="ant-input" id="form_item_code" maxlength="6" placeholder=""><a class="s-button-primary">Submit</a></div>`,
    meant: '#form_item_code',
  },
  {
    name: 'a field in a div with an id, a link as its button',
    html: `<h3>Verification</h3><p>Open your authenticator app.</p><div id="code"><input type="text" id="c"></div>
      <div id="loginBtn"><a type="button">Sign in</a></div>`,
    meant: '#c',
  },
  {
    name: 'the standard way: one-time-code, numeric, six',
    html: `<form><label for="t">Authentication code</label><input id="t" name="otp" autocomplete="one-time-code" inputmode="numeric" maxlength="6"><button>Verify</button></form>`,
    meant: '#t',
  },
  {
    name: 'a number field',
    html: `<form><h1>Two-step verification</h1><input type="number" id="n" name="token" placeholder="123456"><button>Log in</button></form>`,
    meant: '#n',
  },
  {
    name: 'a telephone field used for its keyboard',
    html: `<form><p>Enter the code from your authenticator.</p><input type="tel" id="n" name="code" maxlength="6"><button>Continue</button></form>`,
    meant: '#n',
  },
  {
    name: 'a masked field',
    html: `<form><label>Two-factor code <input type="password" id="n" autocomplete="off" maxlength="6" inputmode="numeric"></label><button>Continue</button></form>`,
    meant: '#n',
  },
  {
    name: 'a field beside user name and password, named by its label',
    html: `<form><label>User <input name="user"></label><label>Password <input type="password" name="pw"></label>
      <label>Two-factor token <input name="twofactor" id="n"></label><button>Sign in</button></form>`,
    meant: '#n',
  },
  {
    name: 'a trust box beside it',
    html: `<form><p>Open the two-factor app on your phone.</p><label for="n">Code</label><input id="n" name="code">
      <label><input type="checkbox" name="remember"> Trust this device</label><button>Verify</button></form>`,
    meant: '#n',
  },
  {
    name: 'a link to recovery codes below, which is another way in',
    html: `<form><h1>Two-factor authentication</h1><label for="n">Authentication code</label><input id="n" name="code" inputmode="numeric"><button>Verify</button><a href="#">Use a recovery code</a></form>`,
    meant: '#n',
  },
  {
    name: 'a hidden recovery field in the same form',
    html: `<form><p>Enter the code of your authenticator application.</p><div><label for="n">Code</label><input id="n" name="code" inputmode="numeric" autocomplete="one-time-code"></div>
      <div style="display:none"><label for="r">Recovery code</label><input id="r" name="recovery_code" autocomplete="one-time-code"></div><button>Log in</button></form>`,
    meant: '#n',
  },
  {
    name: 'a dialog over a page with a search box',
    html: `<input type="text" id="search" name="q" placeholder="Search devices"><div role="dialog" aria-modal="true" style="position:fixed;inset:100px 300px;background:#fff">
      <h2>Two-step verification</h2><label for="n">6-digit code</label><input id="n" maxlength="6"><button>Submit</button></div>`,
    meant: '#n',
  },
  {
    name: 'an e-mail address told for who signs in, not for where a code went',
    html: `<form><h1>Two-factor authentication</h1><p>Signed in as maria@example.com</p><input id="n" name="otp" maxlength="6"><button>Verify</button></form>`,
    meant: '#n',
  },
  {
    name: 'nothing but structure, in a language nobody speaks',
    html: `<div class="karn"><h2>Dovelim marastu</h2><p>Sintu ko velaran doma.</p><input id="n" maxlength="6" inputmode="numeric"><button>Orlan</button></div>`,
    meant: '#n',
    moment: 'sign-in',
  },
  {
    name: 'an invented language, with digits for an example',
    html: `<form><label for="n">Tolva mirek</label><input id="n" placeholder="123 456" maxlength="7" pattern="[0-9 ]*"><button>Orlan</button></form>`,
    meant: '#n',
    moment: 'sign-in',
  },
  {
    name: 'a pattern of six digits and no words',
    html: `<form><input id="n" pattern="[0-9]{6}" maxlength="6" required><button>→</button></form>`,
    meant: '#n',
    moment: 'sign-in',
  },
  {
    name: 'a label that is not tied to the field',
    html: `<div><div class="item"><div>Authenticator code</div><div><input id="n"></div></div><button>OK</button></div>`,
    meant: '#n',
  },
  {
    name: 'a label that floats over the field',
    html: `<form style="position:relative"><div style="position:relative"><input id="n" maxlength="6"><label style="position:absolute;left:4px;top:4px;pointer-events:none">2FA code</label></div><button>OK</button></form>`,
    meant: '#n',
  },
  {
    name: 'a field whose words are pointed at',
    html: `<span id="l">One-time password</span><span id="d">from your authenticator app</span><form><input id="n" aria-labelledby="l" aria-describedby="d"><button>OK</button></form>`,
    meant: '#n',
  },
  {
    name: 'below the fold',
    html: `<div style="height:2000px"></div><form><label>Two-factor code <input id="n" maxlength="6"></label><button>OK</button></form>`,
    meant: '#n',
  },
];

const sentence = (language: string, label: string, words: string, button: string): FieldPage => ({
  name: `in ${language}`,
  html: `<form><p>${words}</p><label for="n">${label}</label><input id="n" type="text" name="x1"><button>${button}</button></form>`,
  meant: '#n',
  verdict: 'fill',
});

/** The same prompt in every language we know words of; no attribute helps. */
export const translated: readonly FieldPage[] = [
  sentence('English', 'Code', 'Enter the code from your authenticator app.', 'Submit'),
  sentence('German', 'Code', 'Zwei-Faktor-Authentifizierung: Code aus der App eingeben.', 'Weiter'),
  sentence(
    'French',
    'Code',
    'Double authentification : saisissez le code de votre application.',
    'Valider',
  ),
  sentence(
    'Spanish',
    'Código',
    'Verificación en dos pasos: introduzca el código de su aplicación.',
    'Enviar',
  ),
  sentence('Italian', 'Codice', 'Verifica in due passaggi: inserisci il codice dell’app.', 'Invia'),
  sentence(
    'Portuguese',
    'Código',
    'Verificação em duas etapas: digite o código do aplicativo.',
    'Enviar',
  ),
  sentence('Dutch', 'Code', 'Tweestapsverificatie: voer de code uit uw app in.', 'Verzenden'),
  sentence('Polish', 'Kod', 'Weryfikacja dwuetapowa: wpisz kod z aplikacji.', 'Wyślij'),
  sentence('Czech', 'Kód', 'Dvoufázové ověření: zadejte kód z aplikace.', 'Odeslat'),
  sentence('Hungarian', 'Kód', 'Kétlépcsős azonosítás: írja be az alkalmazás kódját.', 'Küldés'),
  sentence('Swedish', 'Kod', 'Tvåstegsverifiering: ange koden från appen.', 'Skicka'),
  sentence('Russian', 'Код', 'Двухэтапная проверка: введите код из приложения.', 'Отправить'),
  sentence('Ukrainian', 'Код', 'Двоетапна перевірка: введіть код із застосунку.', 'Надіслати'),
  sentence('Turkish', 'Kod', 'İki adımlı doğrulama: uygulamadaki kodu girin.', 'Gönder'),
  sentence('Arabic', 'الرمز', 'التحقق بخطوتين: أدخل الرمز من التطبيق.', 'إرسال'),
  sentence('Japanese', 'コード', '2段階認証：アプリのコードを入力してください。', '送信'),
  sentence('Chinese', '代码', '两步验证：请输入应用中的代码。', '提交'),
  sentence('Taiwanese Chinese', 'Token', '二階段認證：請輸入 6 位元 token。', '送出'),
  sentence('Korean', '코드', '2단계 인증: 앱의 코드를 입력하세요.', '제출'),
  sentence('Vietnamese', 'Mã', 'Xác minh hai bước: nhập mã từ ứng dụng.', 'Gửi'),
  sentence('Thai', 'รหัส', 'การยืนยันแบบสองขั้นตอน: กรอกรหัสจากแอป', 'ส่ง'),
  sentence('Indonesian', 'Kode', 'Verifikasi dua langkah: masukkan kode dari aplikasi.', 'Kirim'),
  sentence('Danish', 'Kode', 'Totrinsgodkendelse: indtast koden fra appen.', 'Send'),
  sentence('Norwegian', 'Kode', 'Totrinnsbekreftelse: skriv inn koden fra appen.', 'Send'),
  sentence('Finnish', 'Koodi', 'Kaksivaiheinen vahvistus: anna sovelluksen koodi.', 'Lähetä'),
  sentence('Greek', 'Κωδικός', 'Επαλήθευση δύο βημάτων: δώστε τον κωδικό της εφαρμογής.', 'OK'),
  sentence('Romanian', 'Cod', 'Verificare în doi pași: introduceți codul din aplicație.', 'OK'),
  sentence('Hebrew', 'קוד', 'אימות דו-שלבי: הזינו את הקוד מהאפליקציה.', 'שליחה'),
  sentence('Hindi', 'कोड', 'दो-चरणीय सत्यापन: ऐप का कोड दर्ज करें।', 'भेजें'),
  sentence('Slovak', 'Kód', 'Dvojfázové overenie: zadajte kód z aplikácie.', 'Odoslať'),
  sentence('Bulgarian', 'Код', 'Двуетапна проверка: въведете кода от приложението.', 'OK'),
  sentence('Croatian', 'Kod', 'Provjera u dva koraka: upišite kod iz aplikacije.', 'OK'),
  sentence('Persian', 'کد', 'تأیید دو مرحله‌ای: کد برنامه را وارد کنید.', 'ارسال'),
  sentence('Bengali', 'কোড', 'দুই ধাপে যাচাই: অ্যাপের কোড লিখুন।', 'পাঠান'),
  sentence('Serbian', 'Код', 'Провера у два корака: унесите код из апликације.', 'OK'),
  sentence(
    'Lithuanian',
    'Kodas',
    'Dviejų veiksnių patvirtinimas: įveskite programėlės kodą.',
    'OK',
  ),
  sentence('Latvian', 'Kods', 'Divpakāpju pārbaude: ievadiet lietotnes kodu.', 'OK'),
  sentence('Estonian', 'Kood', 'Kaheastmeline kontroll: sisestage rakenduse kood.', 'OK'),
  sentence('Catalan', 'Codi', 'Verificació en dos passos: introduïu el codi de l’aplicació.', 'OK'),
  sentence('Slovenian', 'Koda', 'Preverjanje v dveh korakih: vnesite kodo iz aplikacije.', 'OK'),
  sentence('Malay', 'Kod', 'Pengesahan dua langkah: masukkan kod daripada aplikasi.', 'OK'),
];
