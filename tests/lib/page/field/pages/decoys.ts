import type { FieldPage } from './page.ts';

const decoy = (name: string, html: string): FieldPage => ({ name, html });

/** Fields that take six digits and want another six digits. */
export const decoys: readonly FieldPage[] = [
  decoy(
    'a code sent by e-mail, in the very same field',
    `<div class="card"><h2>Verify your identity</h2><p>We sent a verification code to m***a@example.com.</p><input id="form_item_code" maxlength="6"><a class="s-button-primary">Submit</a><a>Resend</a></div>`,
  ),
  decoy(
    'a code sent by text message',
    `<form><p>We texted a 6-digit code to the number ending in •• 42.</p><input name="code" autocomplete="one-time-code" inputmode="numeric" maxlength="6"><button>Verify</button></form>`,
  ),
  decoy(
    'a code sent in German',
    `<form><h1>Anmeldung bestätigen</h1><p>Wir haben Ihnen einen Code per E-Mail geschickt.</p><label>Code <input maxlength="6"></label><button>Weiter</button><a>Erneut senden</a></form>`,
  ),
  decoy(
    'a code sent in Japanese',
    `<form><p>メールに確認コードを送信しました。</p><label>確認コード <input maxlength="6" autocomplete="one-time-code"></label><button>確認</button></form>`,
  ),
  decoy(
    'a code sent in Russian',
    `<form><p>Мы отправили код на вашу почту.</p><label>Код <input maxlength="6" inputmode="numeric"></label><button>Далее</button></form>`,
  ),
  decoy(
    'a code sent in Chinese',
    `<form><p>验证码已发送至您的邮箱</p><input placeholder="请输入验证码" maxlength="6"><button>确定</button><a>重新发送</a></form>`,
  ),
  decoy(
    'a masked address in a language nobody speaks',
    `<form><p>Sintu ko velaran m•••a@example.com</p><input maxlength="6" inputmode="numeric"><button>Orlan</button></form>`,
  ),
  decoy(
    'an e-mail field and a code field with a send button: registration',
    `<form><label>Email <input type="email"></label><label>Verification code <input maxlength="6" inputmode="numeric"></label><button type="button">Send code</button><button>Sign up</button></form>`,
  ),
  decoy(
    'a recovery code',
    `<form><h1>Two-factor recovery</h1><label>Recovery code <input name="recovery_code"></label><button>Verify</button></form>`,
  ),
  {
    name: 'a code sent to a masked address, under the words of a second factor, right after a log-in',
    html: `<form><h1>Two-factor authentication</h1><p>We sent a 6-digit code to m•••@example.com. Did not receive it? <a href="#">Resend</a></p><label>Verification code <input name="code" maxlength="6" autocomplete="one-time-code" inputmode="numeric"></label><button>Submit</button></form>`,
    moment: 'sign-in',
  },
  {
    name: 'a backup code in place of the app, right after a log-in',
    html: `<form><h1>Two-factor authentication</h1><p>No access to your authenticator app? Enter one of your backup codes.</p><label>Backup code <input name="code" maxlength="6"></label><button>Submit</button></form>`,
    moment: 'sign-in',
  },
  {
    name: 'the code on the label of a device, right after a log-in',
    html: `<form><h1>Add a camera</h1><p>The code is printed on the label of the device.</p><label>Device verification code <input name="code" maxlength="6"></label><button>Submit</button></form>`,
    moment: 'sign-in',
  },
  decoy(
    'a backup code in Spanish',
    `<form><p>Introduzca uno de sus códigos de respaldo.</p><label>Código de respaldo <input name="code"></label><button>Verificar</button></form>`,
  ),
  decoy(
    'a captcha',
    `<form><input name="user" placeholder="Username"><input type="password"><img width="100" height="100" alt="captcha"><input name="captcha" placeholder="Code in the picture" maxlength="6"><button>Log in</button></form>`,
  ),
  decoy(
    'a search box',
    `<input type="text" name="q" placeholder="Search" maxlength="6"><button>Go</button>`,
  ),
  decoy(
    'a postal code',
    `<form><label>ZIP code <input inputmode="numeric" maxlength="6" pattern="[0-9]{6}"></label><button>Next</button></form>`,
  ),
  decoy(
    'a coupon',
    `<form><label>Coupon code <input name="coupon" maxlength="8"></label><button>Apply</button></form>`,
  ),
  decoy(
    'a card’s security code',
    `<form><label>Card number <input autocomplete="cc-number"></label><label>CVV <input autocomplete="cc-csc" inputmode="numeric" maxlength="4"></label><button>Pay</button></form>`,
  ),
  decoy(
    'a phone number',
    `<form><label>Phone number <input type="tel" name="phone"></label><button>Send code</button></form>`,
  ),
  decoy(
    'the verification code on a camera’s label',
    `<form><label>Device verification code <input name="deviceCode" maxlength="6"></label><button>Add device</button></form>`,
  ),
  decoy(
    'a new password',
    `<form><label>New password <input type="password" autocomplete="new-password"></label><label>Again <input type="password" autocomplete="new-password"></label><button>Save</button></form>`,
  ),
  decoy(
    'a log-in',
    `<form><label>E-mail <input type="text" name="email"></label><label>Password <input type="password"></label><button>Sign in</button></form>`,
  ),
  decoy(
    'a user name alone, first step of a log-in',
    `<form><label>TP-Link ID <input name="login" id="form_item_email"></label><button>Next</button></form>`,
  ),
  decoy(
    'a PIN in one field',
    `<form><h2>Device PIN</h2><label>PIN <input type="password" inputmode="numeric" maxlength="4"></label><button>Save</button></form>`,
  ),
  decoy(
    'a quantity',
    `<form><label>Quantity <input type="number" min="1" max="99" value="1"></label><button>Add</button></form>`,
  ),
  decoy(
    'a hardware key',
    `<form><h2>Two-factor authentication</h2><h3>Yubico OTP</h3><input name="token" placeholder="Touch your YubiKey"><button>Log in</button></form>`,
  ),
  decoy(
    'two codes in a row, to set a token right',
    `<form><h2>Synchronise two-factor token</h2><label>Authenticator code <input name="code1" maxlength="6"></label><label>Authenticator code <input name="code2" maxlength="6"></label><button>Sync</button></form>`,
  ),
  decoy(
    'an address form',
    `<form>${['Name', 'Street', 'Postal code', 'City'].map((label) => `<label>${label} <input></label>`).join('')}<button>Save</button></form>`,
  ),
  decoy(
    'a field with suggestions',
    `<form><label>Two-factor device code <input role="combobox" aria-autocomplete="list" maxlength="6"></label><button>Go</button></form>`,
  ),
  decoy(
    'an element with suggestions that keeps the browser from adding its own',
    `<form><h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p><div contenteditable role="combobox" autocomplete="chrome-off" aria-label="Authentication code" style="width:200px;line-height:20px;border:1px solid"></div><button>Go</button></form>`,
  ),
  decoy(
    'a field for four digits',
    `<form><h2>Two-factor authentication</h2><label>Code <input maxlength="4"></label><button>Go</button></form>`,
  ),
  decoy(
    'a text area for a reason, on a page about two factors',
    `<form><h2>Turn off two-factor authentication</h2><p>Tell us why you no longer use your authenticator app.</p><textarea name="reason"></textarea><button>Send</button></form>`,
  ),
  decoy(
    'an editor of several lines, on a page about two factors',
    `<div><h2>Two-factor authentication</h2><p>Describe your trouble with the authenticator app.</p><div contenteditable="true" role="textbox" aria-multiline="true" style="width:400px;height:160px"></div><button>Send</button></div>`,
  ),
  decoy(
    'an editable element that holds text',
    `<div><h2>Two-factor authentication</h2><div contenteditable="true" style="width:400px">Office phone</div><button>Save</button></div>`,
  ),
  decoy(
    'an editable element that is locked',
    `<div><h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p><div contenteditable="true" role="textbox" aria-readonly="true" style="width:200px;height:24px"></div><button>Verify</button></div>`,
  ),
  decoy(
    'a locked text area',
    `<form><h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p><textarea rows="1" readonly></textarea><button>Verify</button></form>`,
  ),
  decoy(
    'a field that holds the secret',
    `<form><h2>Two-factor authentication</h2><label>Token <input value="JBSWY3DPEHPK3PXP"></label><button>Go</button></form>`,
  ),
];

const ask = (field: string, around = 'FIELD'): string =>
  `<form><h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p>${around.replace('FIELD', field)}<button>Verify</button></form>`;
const FIELD = '<input name="otp" autocomplete="one-time-code" maxlength="6" inputmode="numeric">';

/** The right field, but not one its user could type into. */
export const unreachable: readonly FieldPage[] = [
  decoy('display none', ask(FIELD, '<div style="display:none">FIELD</div>')),
  decoy('visibility hidden', ask(FIELD, '<div style="visibility:hidden">FIELD</div>')),
  decoy('see-through', ask(FIELD, '<div style="opacity:0">FIELD</div>')),
  decoy('nearly see-through', ask(FIELD, '<div style="opacity:.01">FIELD</div>')),
  decoy(
    'one pixel',
    ask(FIELD.replace('name', 'style="width:1px;height:1px;padding:0;border:0" name')),
  ),
  decoy('off to the left', ask(FIELD, '<div style="position:absolute;left:-9999px">FIELD</div>')),
  decoy(
    'off to the left of what can be scrolled',
    ask(
      FIELD,
      '<div style="position:fixed;inset:0;overflow:auto"><div style="height:2000px"></div><div style="position:absolute;left:-9999px">FIELD</div></div>',
    ),
  ),
  decoy(
    'below what can be seen, and nothing scrolls',
    ask(
      FIELD,
      '<div style="position:fixed;inset:0;overflow:hidden"><div style="height:2000px"></div>FIELD</div>',
    ),
  ),
  decoy('clipped away', ask(FIELD, '<div style="clip-path:inset(50%)">FIELD</div>')),
  decoy('clipped away itself', ask(FIELD.replace('name', 'style="clip-path:inset(50%)" name'))),
  decoy('in a box without height', ask(FIELD, '<div style="height:0;overflow:hidden">FIELD</div>')),
  decoy(
    'under something else',
    ask(FIELD, '<div style="position:relative">FIELD</div>') +
      '<div style="position:fixed;inset:0;background:#fff">Please wait</div>',
  ),
  decoy('disabled', ask(FIELD.replace('name', 'disabled name'))),
  decoy('read-only', ask(FIELD.replace('name', 'readonly name'))),
  decoy('in an inert part', ask(FIELD, '<div inert>FIELD</div>')),
  decoy('kept from those who hear the page', ask(FIELD, '<div aria-hidden="true">FIELD</div>')),
  decoy('of type hidden', ask(FIELD.replace('name', 'type="hidden" name'))),
];
