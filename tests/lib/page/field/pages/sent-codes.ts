import type { FieldPage } from './page.ts';

const FIELD = '<input name="code" maxlength="6" inputmode="numeric" autocomplete="one-time-code">';

/** Right after a log-in, in the very field a code of the app would go into. */
const sent = (name: string, words: string, after = ''): FieldPage => ({
  name,
  html: `<form>${words}${FIELD}<button>OK</button>${after}</form>`,
  moment: 'sign-in',
  verdict: 'at most an offer',
});

export const sentCodes: readonly FieldPage[] = [
  {
    name: 'nothing but OTP, in a field for any text',
    html: '<form><h1>OTP</h1><label>Enter OTP <input name="otp"></label><button>OK</button></form>',
    moment: 'sign-in',
    meant: 'input',
    verdict: 'at most an offer',
  },
  sent(
    'an address it was sent to, beside the name of an app',
    '<h1>Two-factor authentication</h1><p>A code was sent to maria@example.com, since your authenticator app is not set up.</p>',
  ),
  sent('a whole address', '<h1>Sign in</h1><p>Code for maria@example.com</p>'),
  sent('a half-hidden number', '<h1>Two-step verification</h1><p>+49 ••• ••42</p>'),
  sent('a half-hidden number in a button', '<h1>2FA</h1>', '<a href="#">Code went to ***42</a>'),
  sent('a link that counts down', '<h1>Confirm</h1>', '<a href="#">Resend (42)</a>'),
  sent('a clock under the field', '<h1>Two-factor authentication</h1>', '<button>0:59</button>'),
  sent('words below the field', '<h1>Confirm</h1>', '<p>The code was sent to your e-mail.</p>'),
  sent('a call', '<h1>Two-step verification</h1><p>We are calling your phone number now.</p>'),
  sent('a messenger', '<h1>Two-factor</h1><p>Enter the code from the WhatsApp message.</p>'),
  sent('the channel in the heading', '<h1>E-mail verification</h1><p>Enter the code.</p>'),
  sent('in Danish', '<p>Vi har sendt en kode til din e-mail.</p>'),
  sent('in Norwegian', '<p>Vi sendte deg en kode på SMS.</p>'),
  sent('in Finnish', '<p>Lähetimme koodin tekstiviestillä.</p>'),
  sent('in Greek', '<p>Στείλαμε έναν κωδικό στο κινητό σας με SMS.</p>'),
  sent('in Romanian', '<p>Am trimis un cod pe adresa de e-mail.</p>'),
  sent('in Hebrew', '<p>שלחנו קוד בהודעת טקסט.</p>'),
  sent('in Hindi', '<p>हमने आपके ईमेल पर कोड भेजा है।</p>'),
  sent('in Slovak', '<p>Poslali sme vám kód v SMS správe.</p>'),
  sent('in Bulgarian', '<p>Изпратихме код на вашия имейл.</p>'),
  sent('in Croatian', '<p>Poslali smo kod na vašu e-poštu.</p>'),
  sent('in Persian', '<p>کد به شماره موبایل شما ارسال شد.</p>'),
  sent('in Bengali', '<p>আপনার ইমেলে একটি কোড পাঠানো হয়েছে।</p>'),
  sent('in Serbian', '<p>Послали смо код на ваш имејл.</p>'),
  sent('in Lithuanian', '<p>Išsiuntėme kodą jūsų el. paštu.</p>'),
  sent('in Latvian', '<p>Nosūtījām kodu uz jūsu e-pastu.</p>'),
  sent('in Estonian', '<p>Saatsime koodi teie e-posti aadressile.</p>'),
  sent('in Catalan', '<p>Hem enviat un codi al vostre correu.</p>'),
];
