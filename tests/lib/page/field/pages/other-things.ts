import { boxes, type FieldPage } from './page.ts';

/** Right after a log-in, when nothing but the moment speaks for a code of the app. */
const other = (name: string, html: string): FieldPage => ({
  name,
  html,
  moment: 'sign-in',
  verdict: 'at most an offer',
});
const field = (label: string, attributes = 'maxlength="6"'): string =>
  `<form><label>${label} <input ${attributes}></label><button>OK</button></form>`;

/** Fields that management pages, shops and devices have. */
export const otherThings: readonly FieldPage[] = [
  other('a channel of a video wall', field('Channel', 'maxlength="6" inputmode="numeric"')),
  other(
    'the code on a sticker',
    `<h2>Add camera</h2>${field('Verification code')}<p>It is on the sticker.</p>`,
  ),
  other('a serial number', field('Serial number', 'maxlength="8"')),
  other('an invitation', field('Invite code')),
  other('a meeting', field('Meeting ID', 'inputmode="numeric" maxlength="8"')),
  other('a product', field('Product code', 'name="product_code" maxlength="8"')),
  other('a language', field('Language code')),
  other('a reference', field('Reference code', 'maxlength="8"')),
  other(
    'a number to type before something is deleted',
    '<div role="dialog"><h2>Delete site</h2><p>Type 482913 to delete it.</p><input maxlength="6"><button>Delete</button></div>',
  ),
  other(
    'six boxes for a PIN',
    `<h1>Enter your PIN</h1>${boxes(6, 'type="password" maxlength="1"')}<button>OK</button>`,
  ),
  other(
    'six boxes of two digits for a lottery',
    `<h3>Your numbers</h3>${boxes(6, 'maxlength="2" name="n#"')}<button>Play</button>`,
  ),
  other(
    'six columns with a label each',
    `<div style="display:flex">${['Ant', 'Bee', 'Cat', 'Dog', 'Elk', 'Fox'].map((label) => `<label>${label}<input style="width:40px;height:40px"></label>`).join('')}</div><button>Save</button>`,
  ),
  other(
    'a code that another device shows',
    `<h1>Connect a device</h1><p>Enter the code shown on your TV.</p>${boxes(8, 'maxlength="1"')}<button>OK</button>`,
  ),
  other(
    'a phone number for a second factor',
    '<form><h1>Set up two-factor authentication</h1><p>Which number may we call?</p><input type="tel" maxlength="14"><button>Next</button></form>',
  ),
  other(
    'a gift card in a field for one-time codes',
    '<form><h2>Gift card</h2><input autocomplete="one-time-code" maxlength="6"><button>Redeem</button></form>',
  ),
  other('a postal code', field('Postal code', 'inputmode="numeric" maxlength="6"')),
  other('a pairing code', field('Pairing code', 'inputmode="numeric" maxlength="6"')),
  other('a licence', field('License key', 'maxlength="8"')),
  other('an order', field('Order number', 'inputmode="numeric" maxlength="8"')),
  other('a captcha', field('Captcha')),
];
