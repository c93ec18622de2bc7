import { boxes, type FieldPage } from './page.ts';

/** Right after a log-in, when little is enough for an offer: nobody could think that these ask for an app's code. */
const nothing = (name: string, html: string): FieldPage => ({ name, html, moment: 'sign-in' });

const FIELD = '<input name="code" maxlength="6" inputmode="numeric" autocomplete="one-time-code">';
const form = (words: string, field = FIELD, after = ''): string =>
  `<form>${words}${field}<button>Continue</button>${after}</form>`;

export const noOffers: readonly FieldPage[] = [
  nothing(
    'a messenger under the words of a second step',
    form('<h1>Two-step verification</h1><p>Type in the code from the Telegram message.</p>'),
  ),
  nothing(
    'a code that a server generates and mails',
    form(
      '<h1>Two-factor authentication</h1><h2>A code was generated. Delivery: e-mail</h2>',
      '<label>Authentication code <input name="code"></label>',
    ),
  ),
  nothing(
    'a mailed code under the words of a second step',
    form(
      '<h1>Two-step login</h1><p>We have sent you a code. Please look into your e-mail.</p>',
      '<label>Authentication code <input name="verify_code"></label>',
    ),
  ),
  nothing(
    'a mailed code that only the words below tell of',
    form(
      '<h1>Second factor</h1>',
      '<label>One-time code <input name="code" placeholder="123456" maxlength="8"></label>',
      '<p>It was sent to your e-mail address at 9:41.</p>',
    ),
  ),
  nothing(
    'a field that is named after e-mail',
    form('', '<label>Confirmation code <input name="email_confirmation_code"></label>'),
  ),
  nothing(
    'a button that sends the code once more',
    form('<h1>Confirm</h1>', FIELD, '<button type="button">Send a new code</button>'),
  ),
  nothing(
    'the user’s address, and a link that sends the code once more',
    form(
      '<h1>maria@example.com</h1>',
      '<label>One-time code <input name="otp"></label>',
      '<a href="#">Resend</a>',
    ),
  ),
  nothing(
    'a heading that says the code was received',
    form('<h1>Enter the code you received</h1>', '<label>Code <input name="verify"></label>'),
  ),
  nothing(
    'a call',
    form(
      '<h1>We are calling you</h1><p>Type the digits that you hear.</p>',
      `<label>Code from the call ${FIELD}</label>`,
    ),
  ),
  nothing(
    'one of several recovery codes',
    form('<p>Please enter one of your recovery codes.</p>', '<label>Code <input></label>'),
  ),
  nothing(
    'a backup code under the words of a second factor',
    form('<h1>Two-factor authentication</h1><h2>Backup code</h2>', '<input name="code">'),
  ),
  nothing(
    'a field that is named after backup codes, in another language',
    form('<h1>Přihlášení</h1>', '<label>Kód <input name="backup-otp_token"></label>'),
  ),
  nothing(
    'a security key, in another language',
    form('<h1>Zwei-Faktor-Anmeldung</h1><h2>Yubico OTP</h2>', '<input name="token">'),
  ),
  nothing(
    'the code of a currency in a long form',
    form('<h2>Currencies</h2><label>Title <input></label>', '<label>Code <input></label>'),
  ),
  nothing(
    'a lone field without a word of a code',
    form('', '<label>Minutes before the reminder <input type="number"></label>'),
  ),
  nothing(
    'the code that another device shows',
    form('<h1>Device authorization</h1>', '<label>Code: <input name="user_code"></label>'),
  ),
  nothing(
    'a gift card in boxes of a component for one-time codes',
    `<h2>Gift card</h2><p>Enter the number on its back.</p>${boxes(6, 'maxlength="1" aria-label="OTP character #" autocomplete="one-time-code"')}<button>Redeem</button>`,
  ),
  nothing(
    'a secret among the passwords of a settings page',
    form(
      '<h2>Two-factor authentication</h2><input type="password"><input type="password">',
      '<label>Secret code <input type="password" name="2fa_secret"></label>',
    ),
  ),
];
