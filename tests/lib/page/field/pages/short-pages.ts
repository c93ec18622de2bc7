import { boxes, type FieldPage } from './page.ts';

/** Right after a log-in, on a page of few words. */
const asks = (name: string, html: string): FieldPage => ({
  name,
  html,
  meant: '#n',
  moment: 'sign-in',
  verdict: 'fill',
});
const other = (name: string, html: string): FieldPage => ({
  name,
  html,
  moment: 'sign-in',
  verdict: 'at most an offer',
});
const form = (words: string, field: string, after = ''): string =>
  `<form>${words}${field}<button>Continue</button>${after}</form>`;

/** Prompts of few words, each with the one thing that makes it certain. */
export const shortPrompts: readonly FieldPage[] = [
  asks(
    'the name of an authenticator in a heading, a bare field below',
    form(
      '<h1>Enter your authenticator code</h1>',
      '<label>Code <input id="n" name="code"></label>',
    ),
  ),
  asks(
    'an authenticator’s code at the end of a long form',
    form(
      '<label>Bank <input name="bank"></label><label>Amount <input name="sum"></label><label>Note <input name="note"></label>',
      '<label>Google Authenticator code <input id="n"></label>',
    ),
  ),
  asks(
    'a second factor in a heading, a field for six digits',
    form('<h1>Two-factor authentication</h1>', '<input id="n" maxlength="6">'),
  ),
  asks(
    'six digits of a second factor, in a field for any text',
    form('<h1>2FA</h1>', '<label>6-digit code <input id="n" name="c1"></label>'),
  ),
  asks(
    'a second factor, and a link for those who have lost it',
    form(
      '<h1>Multi-factor authentication</h1><p>Security code</p>',
      '<input id="n">',
      '<a href="#">Use a recovery code</a>',
    ),
  ),
  asks(
    'a field that is named after a second factor, in a language nobody speaks',
    form('<p>Dovelim</p>', '<input id="n" name="totp_code" maxlength="6">'),
  ),
  asks(
    'a box to trust the device beside a field for six digits, in a language nobody speaks',
    form(
      '',
      '<label>Marastu <input id="n" autocomplete="one-time-code"></label><label><input type="checkbox" name="trust_device"> Sintu velaran</label>',
    ),
  ),
  asks(
    'an authentication code in a field that is named after a second factor',
    form('', '<label>Authentication code <input id="n" name="mfa_input"></label>'),
  ),
  asks(
    'a link that sends a code another way, beside an authenticator’s name',
    form(
      '<h1>Authenticator app</h1><p>Enter the code that the app shows.</p>',
      '<label>Code <input id="n" maxlength="6"></label>',
      '<a href="#">Send code by another way</a>',
    ),
  ),
];

/** Their twins: one thing is not so, and the field may be another one. */
export const shortDecoys: readonly FieldPage[] = [
  other(
    'an authenticator’s name, and a code that was sent',
    form(
      '<h1>Enter your authenticator code</h1><p>Or the one we sent to your phone.</p>',
      '<label>Code <input name="code"></label>',
    ),
  ),
  other(
    'a name for the authenticator',
    form('<h1>Authenticator app</h1>', '<label>Name of the device <input name="label"></label>'),
  ),
  other(
    'a nickname for the authenticator',
    form('<h1>Your authenticator app</h1>', '<label>Nickname <input name="nick"></label>'),
  ),
  other(
    'a second factor in a heading, a field for six digits, and a number it went to',
    form('<h1>Two-factor authentication</h1><p>+49 ••• •••42</p>', '<input maxlength="6">'),
  ),
  other(
    'a second factor in a heading, and words that are not known',
    form(
      '<h1>Two-factor authentication</h1><p>Sintu ko velaran doma marastu, sen tolva mirek ko dovelim orlan sintu, ara velaran marastu.</p>',
      '<input maxlength="6">',
    ),
  ),
  other(
    'six digits of a second factor that is a backup code',
    form('<h1>2FA</h1>', '<label>6-digit backup code <input name="c1"></label>'),
  ),
  other(
    'a second factor, and a link for those who got nothing',
    form(
      '<h1>Multi-factor authentication</h1><p>Security code</p>',
      '<input>',
      '<a href="#">Resend code</a>',
    ),
  ),
  other(
    'a field named after one-time codes, in a language nobody speaks',
    form('<p>Dovelim</p>', '<input name="otp" maxlength="6">'),
  ),
  other(
    'a field named after a second factor, below a long text in a language nobody speaks',
    form(
      '<p>Sintu ko velaran doma marastu, sen tolva mirek ko dovelim orlan.</p>',
      '<input name="totp_code" maxlength="6">',
    ),
  ),
  other(
    'a password of six digits below the words of a second factor',
    form(
      '<h1>Two-factor authentication</h1>',
      '<label>Payment password <input type="password" maxlength="6" inputmode="numeric"></label>',
    ),
  ),
  other(
    'boxes for a PIN below the words of a second factor',
    form('<h1>Two-factor authentication</h1><p>Your PIN</p>', boxes(6, 'maxlength="1"')),
  ),
];
