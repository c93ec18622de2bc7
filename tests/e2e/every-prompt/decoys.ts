/** Fields that look like the prompt of an authenticator's code, and are not, or cannot be seen. */
const LABEL = '6-digit code of your authenticator app';

function prompt(input: string): string {
  return (
    '<form><h1>Two-factor authentication</h1>' +
    `<label>${LABEL} ${input}</label><button type="button">Submit</button></form>`
  );
}

function field(attributes = ''): string {
  return `<input name="code" maxlength="6" ${attributes}>`;
}

/** `text` stands where the page says what it asks for. */
function asked(title: string, text: string, label: string, attributes = ''): string {
  return (
    `<form><h1>${title}</h1><p>${text}</p>` +
    `<label>${label} ${field(attributes)}</label><button type="button">Submit</button></form>`
  );
}

/** The same prompt as each hidden one below, in plain view: to be filled. */
export const GENUINE = prompt(field());

export const HIDDEN: Readonly<Record<string, string>> = {
  'by its type': prompt(field('type="hidden"')),
  'by display': prompt(field('style="display:none"')),
  'by visibility': prompt(field('style="visibility:hidden"')),
  'by its own opacity': prompt(field('style="opacity:0"')),
  "by a parent's opacity": `<div style="opacity:0">${GENUINE}</div>`,
  'beside the page': prompt(field('style="position:absolute;left:-9999px"')),
  'in a single pixel': prompt(
    field('style="width:1px;height:1px;border:0;padding:0;overflow:hidden"'),
  ),
  'by a clip': prompt(field('style="clip-path:inset(50%)"')),
  'in a box without size': `<div style="width:0;height:0;overflow:hidden">${GENUINE}</div>`,
  'under something else': `<div style="position:relative">${GENUINE}<div style="position:absolute;inset:0;background:#fff">Welcome</div></div>`,
  'in an inert part': `<div inert>${GENUINE}</div>`,
  'read-only': prompt(field('readonly')),
  disabled: prompt(field('disabled')),
};

export const OTHERS: Readonly<Record<string, string>> = {
  'an e-mailed code': asked(
    'Two-factor authentication',
    'We sent a 6-digit code to m•••@example.com. Did not receive it? <a href="#">Resend</a>',
    'Verification code',
    'autocomplete="one-time-code" inputmode="numeric"',
  ),
  'a code by text message': asked(
    'Two-factor authentication',
    'We sent a text message with a 6-digit code to your phone +49 ••• 12. <a href="#">Resend code</a>',
    'SMS code',
    'autocomplete="one-time-code" inputmode="numeric"',
  ),
  'a backup code': asked(
    'Two-factor authentication',
    'No access to your authenticator app? Enter one of your backup codes.',
    'Backup code',
  ),
  'a recovery code': asked('Account recovery', 'Enter a recovery code.', 'Recovery code'),
  "a device's own code": asked(
    'Add a camera',
    'The code is printed on the label of the device.',
    'Device verification code',
  ),
  'a captcha': asked('Sign in', 'Type the characters you see in the picture.', 'Captcha'),
  'a voucher': asked('Licence', 'Enter the voucher of your reseller.', 'Voucher code'),
};
