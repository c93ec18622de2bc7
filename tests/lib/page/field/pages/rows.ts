import { boxes, type FieldPage } from './page.ts';

const about =
  '<h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p>';

/** A component that draws its boxes and hides the input: Vuetify's, and others that lay it over them. */
function drawn(
  input: string,
  box = '<div class="slot"><span>\u200b</span></div>',
  count = 6,
): string {
  return `<style>.slot{width:40px;height:48px;border:1px solid #888}.over{position:relative;display:flex;gap:8px;width:max-content}</style>
    <div class="over">${box.repeat(count)}${input}</div>`;
}
const pixel =
  'style="position:absolute;bottom:0;left:50%;width:1px;height:1px;padding:0;border:0;opacity:0;pointer-events:none"';
const veil = 'style="position:absolute;inset:0;width:100%;height:100%;opacity:0"';

/** Rows of one-digit boxes. */
export const rows: readonly FieldPage[] = [
  { name: 'six boxes of one', html: `${about}${boxes(6, 'maxlength="1"')}`, meant: '.box' },
  {
    name: 'six boxes of which only the first is open',
    html: `${about}${boxes(6, 'maxlength="1" disabled').replace(' disabled', '')}`,
    meant: '.box',
  },
  { name: 'six boxes without a length', html: `${about}${boxes(6, 'type="text"')}`, meant: '.box' },
  {
    name: 'six number boxes',
    html: `${about}${boxes(6, 'type="number" min="0" max="9"')}`,
    meant: '.box',
  },
  {
    name: 'six telephone boxes with counted names',
    html: `${about}${boxes(6, 'type="tel" name="code-#" aria-label="digit #"')}`,
    meant: '.box',
  },
  {
    name: 'six masked boxes',
    html: `${about}${boxes(6, 'type="password" maxlength="1"')}`,
    meant: '.box',
  },
  {
    name: 'the first box takes a whole code, the others one digit',
    html: `${about}<div style="display:flex"><input class="box" style="width:40px;height:40px" maxlength="6" autocomplete="one-time-code">${'<input class="box" style="width:40px;height:40px" maxlength="1">'.repeat(5)}</div>`,
    meant: '.box',
  },
  {
    name: 'three and three with a dash between',
    html: `${about}<div style="display:flex">${'<input class="box" style="width:40px;height:40px" maxlength="1">'.repeat(3)}<span>–</span>${'<input class="box" style="width:40px;height:40px" maxlength="1">'.repeat(3)}</div>`,
    meant: '.box',
  },
  {
    name: 'eight boxes',
    html: `${about}${boxes(8, 'maxlength="1" inputmode="numeric"')}`,
    meant: '.box',
  },
  {
    name: 'a hidden field that gathers the boxes',
    html: `${about}${boxes(6, 'maxlength="1"')}<input id="all" style="position:absolute;width:1px;height:1px;opacity:0" autocomplete="one-time-code" maxlength="6">`,
    meant: '.box',
  },
  {
    name: 'wide boxes with counted names',
    html: `${about}${boxes(6, 'name="otp#" type="tel"', 160)}`,
    meant: '.box',
  },
  {
    name: 'six wide fields nobody could tell apart',
    html: `${about}${boxes(6, 'type="text" inputmode="numeric"', 180)}`,
    meant: '.box',
  },
  {
    name: 'no words at all, after a log-in',
    html: `${boxes(6, 'maxlength="1" inputmode="numeric"')}<button>→</button>`,
    meant: '.box',
    moment: 'sign-in',
  },
  {
    name: 'four boxes are a PIN',
    html: `<h2>Choose a PIN</h2>${boxes(4, 'maxlength="1" type="password" inputmode="numeric"')}<button>Save</button>`,
  },
  {
    name: 'six boxes for a code that was sent',
    html: `<h2>Check your inbox</h2><p>We sent a code to ma•••@example.com</p>${boxes(6, 'maxlength="1" inputmode="numeric"')}<a>Resend</a>`,
  },
  {
    name: 'six boxes for a gift card',
    html: `<h2>Gift card</h2><p>Enter the 6-digit number on the back.</p>${boxes(6, 'maxlength="1" aria-label="Please enter OTP character #"')}<button>Redeem</button>`,
  },
  {
    name: 'a row of six ordinary fields',
    html: `<div style="display:flex">${['First name', 'Last name', 'Street', 'City', 'Country', 'Company'].map((label) => `<input style="width:150px" placeholder="${label}">`).join('')}</div><button>Save</button>`,
  },
  {
    name: 'six drawn boxes over a pixel of an input, each with a dead input for its width',
    html: `${about}${drawn(`<input id="n" ${pixel} inputmode="numeric" autocomplete="one-time-code">`, '<div class="slot"><input tabindex="-1" aria-hidden="true" style="opacity:0;width:20px"><span></span><div role="progressbar"></div></div>')}`,
    meant: '#n',
  },
  {
    name: 'six drawn boxes under an input nobody can see',
    html: `${about}${drawn(`<input id="n" ${veil} maxlength="6">`)}<button>Verify</button>`,
    meant: '#n',
  },
  {
    name: 'three and three drawn boxes, some with digits in them',
    html: `${about}${drawn(`<input id="n" ${veil} maxlength="6">`, '<div class="slot">1</div>', 3).replace('<input', '<span>–</span><div class="slot"></div><div class="slot"></div><div class="slot"></div><input')}`,
    meant: '#n',
  },
  ...[
    ['four drawn boxes are a PIN', drawn(`<input ${veil} maxlength="4">`, undefined, 4)],
    [
      'an unseen input over six pictures to press',
      drawn(
        `<input ${veil} maxlength="6">`,
        '<div class="slot"><svg width="24" height="24"></svg></div>',
      ),
    ],
    [
      'an unseen input over words',
      drawn(`<input ${veil} maxlength="6">`, '<div class="slot">Hi</div>'),
    ],
    ['an unseen input that no key reaches', drawn(`<input ${veil} maxlength="6" tabindex="-1">`)],
    [
      'drawn boxes that are unseen themselves',
      drawn(`<input ${veil} maxlength="6">`).replace(
        'class="over"',
        'class="over" style="opacity:0"',
      ),
    ],
    [
      'drawn boxes under something else',
      `<div style="position:relative">${drawn(`<input ${veil} maxlength="6">`)}<div style="position:absolute;inset:0;background:#fff">Welcome</div></div>`,
    ],
    [
      'an unseen input far from six boxes',
      `${drawn('')}<div><p>Welcome</p><div><input ${pixel} maxlength="6"></div></div>`,
    ],
  ].map(([name = '', html = '']) => ({ name, html: `${about}${html}<button>Verify</button>` })),
];
