/** Right after a log-in, where the page asks for a code beside other fields. */
import { asks, atMostAnOffer, form, nothing } from './after-log-in.ts';
import { boxes, type FieldPage } from './page.ts';

const field = (label: string, attributes = ''): string =>
  `<div><label>${label} <input ${attributes}></label></div>`;

export const promptsInForms: readonly FieldPage[] = [
  asks(
    'a code and a recovery code, and not a word more',
    form('', field('Authentication code', 'id="n" name="code"') + field('Recovery code')),
  ),
  asks(
    'a code and a backup code, in French',
    form('', field('Code', 'id="n" name="code"') + field('Code de secours', 'name="backup_code"')),
  ),
  asks(
    'the password of the first step, locked, and the user’s address',
    form(
      field('Email', 'type="email" value="maria@example.com"'),
      `${field('Password', 'type="password" disabled')}${field('2FA code', 'id="n" inputmode="numeric" maxlength="6"')}`,
    ),
  ),
  asks(
    'the telephone of the user, in Spanish, where nothing was sent to it',
    form(
      '<p>Confirma la sesión con tu teléfono habitual.</p>',
      field('Código MFA', 'id="n" maxlength="6" inputmode="numeric"'),
    ),
  ),
  asks(
    'the telephone that shows the code, in Portuguese',
    form(
      '<h1>Verificação em duas etapas</h1><p>Digite o código do aplicativo autenticador no seu telefone.</p>',
      field('Código', 'id="n" maxlength="6"'),
    ),
    'fill',
  ),
  asks(
    'the seconds until an authenticator’s next code',
    form(
      '<h1>Two-step verification</h1><p>Enter the code from your authenticator app.</p>',
      field('Code', 'id="n" maxlength="6"'),
      '<button type="button">Changes in 17 s</button>',
    ),
    'fill',
  ),
  asks(
    'a Google code beside a user name and a password',
    form(
      field('User name', 'name="user"') + field('Password', 'type="password"'),
      field('Google code', 'id="n" name="google_code" maxlength="6"'),
    ),
  ),
  asks(
    'a 2FA code for a transfer, in a field for six digits',
    form(
      field('Amount', 'name="amount"') + field('Account', 'name="account"'),
      field('2FA code', 'id="n" name="code_2fa" maxlength="6"'),
    ),
  ),
  asks(
    'the key to set up with in a text, and a field for the code',
    form(
      '<h1>Set up your authenticator app</h1><p>Secret key: JBSW Y3DP EHPK 3PXP</p>',
      field('Code from the app', 'id="n" maxlength="6"'),
    ),
    'fill',
  ),
];

export const decoysInForms: readonly FieldPage[] = [
  nothing(
    'a code for an invitation beside a recovery address',
    form('', field('Invite code', 'name="code"') + field('Recovery e-mail', 'type="email"')),
  ),
  nothing(
    'a code that was sent, beside a backup code',
    form(
      '<p>We have sent a code to your e-mail address.</p>',
      field('Authentication code', 'name="code"') + field('Backup code', 'name="backup_code"'),
    ),
  ),
  nothing(
    'a locked password and an address, beside the code of a mail',
    form(
      field('Email', 'type="email" value="maria@example.com"'),
      `${field('Password', 'type="password" disabled')}${field('E-mail code', 'maxlength="6"')}`,
      '<a href="#">Send again</a>',
    ),
  ),
  nothing(
    'a message to the telephone, in Spanish',
    form(
      '<p>Hemos enviado un mensaje a tu teléfono.</p>',
      field('Código', 'maxlength="6" inputmode="numeric"'),
    ),
  ),
  nothing(
    'a code for the telephone, in Polish',
    form('<p>Kod wysłano na telefon.</p>', field('Kod', 'maxlength="6" inputmode="numeric"')),
  ),
  atMostAnOffer(
    'the seconds until another code is sent, beside an authenticator’s name',
    form(
      '<h1>Two-step verification</h1><p>No authenticator app? We have sent you a message.</p>',
      field('Code', 'maxlength="6"'),
      '<button type="button">Resend in 17 s</button>',
    ),
  ),
  atMostAnOffer(
    'a Google code among the settings of a web site',
    form(
      field('Keywords') + field('Description') + field('Facebook code', 'name="facebook_code"'),
      field('Google code', 'name="google_code"'),
    ),
  ),
  atMostAnOffer(
    'a 2FA code in a record of a table',
    form(
      field('Number of the user', 'name="id"') + field('Valid until', 'type="date"'),
      field('2FA code', 'name="code_2fa"'),
    ),
  ),
  nothing(
    'the key that codes are made of',
    form('<h1>Get a 2FA code</h1>', field('2FA secret key', 'name="key"')),
  ),
  nothing(
    'boxes for a PIN beside a recovery code',
    `<h1>PIN</h1>${boxes(4, 'maxlength="1"')}${form('', field('Recovery code', 'name="recovery_code"'))}`,
  ),
];
