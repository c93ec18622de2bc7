import type { FieldPage } from './page.ts';

const about =
  '<h2>Two-factor authentication</h2><p>Enter the code from your authenticator app.</p>';

/** Prompts whose field, label or neighbours are not what most pages have. */
export const unusual: readonly FieldPage[] = [
  {
    name: 'two boxes of three digits',
    html: `<form>${about}<input class="b" maxlength="3" inputmode="numeric" style="width:90px"> <input class="b" maxlength="3" inputmode="numeric" style="width:90px"><button>Verify</button></form>`,
    meant: '.b',
    verdict: 'fill',
  },
  {
    name: 'two boxes of four digits, with names',
    html: `<form>${about}<input class="b" name="left" maxlength="4" inputmode="numeric" style="width:90px"> <input class="b" name="right" maxlength="4" inputmode="numeric" style="width:90px"><button>Verify</button></form>`,
    meant: '.b',
  },
  {
    name: 'an unseen input over six read-only boxes',
    html: `<form>${about}<div style="position:relative;width:300px;height:44px"><div style="display:flex;gap:6px">${'<input readonly tabindex="-1" aria-hidden="true" style="width:40px;height:40px;box-sizing:border-box">'.repeat(6)}</div><input id="n" maxlength="6" style="position:absolute;inset:0;opacity:0"></div><button>Verify</button></form>`,
    meant: '#n',
    verdict: 'fill',
  },
  {
    name: 'a mask of lines in the value',
    html: `<form>${about}<input id="n" value="___ ___"><button>Verify</button></form>`,
    meant: '#n',
    verdict: 'fill',
  },
  {
    name: 'a mask of dots in the value',
    html: `<form>${about}<input id="n" value="••••••"><button>Verify</button></form>`,
    meant: '#n',
    verdict: 'fill',
  },
  {
    name: 'a mask of boxes in the value',
    html: `<form>${about}<input id="n" value="□□□□□□" maxlength="6"><button>Verify</button></form>`,
    meant: '#n',
    verdict: 'fill',
  },
  {
    name: 'a text area of one line',
    html: `<form>${about}<label>Code <textarea id="n" rows="1" style="padding:12px"></textarea></label><button>Verify</button></form>`,
    meant: '#n',
    verdict: 'fill',
  },
  {
    name: 'a text area that takes six characters',
    html: `<form>${about}<textarea id="n" maxlength="6" autocomplete="one-time-code"></textarea><button>Verify</button></form>`,
    meant: '#n',
    verdict: 'fill',
  },
  {
    name: 'an element that the page makes editable',
    html: `<div>${about}<div id="n" contenteditable="true" role="textbox" aria-label="6-digit code" inputmode="numeric" style="width:200px;height:40px;line-height:40px;border:1px solid"></div><button>Verify</button></div>`,
    meant: '#n',
    verdict: 'fill',
  },
  {
    name: 'an element for plain text alone, with its placeholder',
    html: `<div>${about}<span id="n" contenteditable="plaintext-only" data-placeholder="123456" style="display:inline-block;width:200px;min-height:24px"></span><button>Verify</button></div>`,
    meant: '#n',
    verdict: 'fill',
  },
  {
    name: 'a name for the browser beside the code',
    html: `<form>${about}<input id="n" aria-label="Code"><input placeholder="Name of this browser"><button>Verify</button></form>`,
    meant: '#n',
  },
  {
    name: 'a hidden passcode beside user name and password',
    html: `<form><label>User <input name="u"></label><label>Password <input type="password" name="p"></label><label>Passcode <input type="password" id="n"></label><button>Sign in</button></form>`,
    meant: '#n',
    moment: 'sign-in',
  },
  {
    name: 'a token beside user name and password',
    html: `<form><label>User <input name="u"></label><label>Password <input type="password" name="p"></label><label>2FA token <input id="n"></label><button>Sign in</button></form>`,
    meant: '#n',
    verdict: 'fill',
  },
  {
    name: 'nothing but one word, after a log-in, in Portuguese',
    html: `<div><label for="n">Código</label><input id="n"><button>Entrar</button></div>`,
    meant: '#n',
    moment: 'sign-in',
  },
  {
    name: 'nothing but one word, after a log-in, in Polish',
    html: `<div><label for="n">Kod</label><input id="n"><button>Dalej</button></div>`,
    meant: '#n',
    moment: 'sign-in',
  },
  {
    name: "a user's name for the telephone beside the code",
    html: `<form>${about}<p>Scan the QR code.</p><label>Name of the device <input placeholder="my iPhone"></label><label>Code <input id="n" maxlength="6" autocomplete="one-time-code"></label><button>Save</button></form>`,
    meant: '#n',
    moment: 'enrolment',
    verdict: 'fill',
  },
  {
    name: "the user's own address above the authenticator's code",
    html: `<form><h2>Two-factor authentication</h2><p>maria@example.com is protected.</p><p>Enter the code from your authenticator app.</p><label>Code <input id="n" maxlength="6" autocomplete="one-time-code"></label><button>Verify</button></form>`,
    meant: '#n',
    moment: 'sign-in',
    verdict: 'fill',
  },
  {
    name: 'one-time code as the whole label, in a field made for one',
    html: '<form><h1>Sign in</h1><label>One-time code <input id="n" name="otp" autocomplete="one-time-code"></label><button>Sign in</button></form>',
    meant: '#n',
    moment: 'sign-in',
    verdict: 'fill',
  },
  {
    name: 'links to other methods under the prompt of the app',
    html: `<form>${about}<input id="n" maxlength="6"><button>Verify</button><a href="#">Use a recovery code</a><a href="#">Use another method</a></form>`,
    meant: '#n',
    verdict: 'fill',
  },
  {
    name: 'the address one signs in with, in a field of the same form',
    html: `<form>${about}<label>User name <input value="maria"></label><label>Code <input id="n" maxlength="6"></label><button>Verify</button></form>`,
    meant: '#n',
  },
];
