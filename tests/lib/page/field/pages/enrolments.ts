import { boxes, type FieldPage } from './page.ts';

const QR = `<svg width="160" height="160"><rect width="160" height="160"></rect></svg>`;
const TALL = `<div style="height:1200px">${QR}</div>`;

/** Enrolment: the page shows a QR and asks for the first code. */
export const enrolments: readonly FieldPage[] = [
  {
    name: 'a QR and the standard field',
    html: `<h2>Set up two-factor authentication</h2>${QR}<form><label>Code <input id="n" maxlength="6" inputmode="numeric"></label><button>Enable</button></form>`,
    meant: '#n',
  },
  {
    name: 'a QR, the secret to type in a read-only field, a bare field',
    html: `<div role="dialog"><h2>Scan the QR code</h2>${QR}<input id="secret" readonly value="JBSWY3DPEHPK3PXP"><p>Enter the code shown in the app</p><input id="n"><button>Confirm</button></div>`,
    meant: '#n',
  },
  {
    name: 'the password asked for once more beside the code',
    html: `<form><h2>Enable 2FA</h2>${QR}<label>Current password <input type="password" id="p" autocomplete="current-password"></label><label>Code from the app <input id="n" maxlength="6"></label><button>Enable</button></form>`,
    meant: '#n',
  },
  {
    name: 'a name for the device beside the code',
    html: `<form><h2>Scan this QR code</h2>${QR}<label>Device name <input id="d" name="device_name"></label><label>Token <input id="n" name="token" inputmode="numeric"></label><button>Add</button></form>`,
    meant: '#n',
  },
  {
    name: 'six boxes under a QR',
    html: `<h2>Scan with your authenticator app</h2>${QR}${boxes(6, 'maxlength="1" inputmode="numeric"')}<button>Next</button>`,
    meant: '.box',
  },
  {
    name: 'an unknown language, and a QR we read a moment ago',
    html: `<h2>Dovelim</h2>${QR}<div><span>Tolva</span><input id="n" maxlength="6"></div><button>Orlan</button>`,
    meant: '#n',
    moment: 'enrolment',
  },
  {
    name: 'a canvas for the QR, in a settings page with a search box',
    html: `<header><input type="search" id="s" placeholder="Search"></header><main><section><h3>Two-Step Verification</h3><canvas width="174" height="174"></canvas><p>6-digit token</p><input id="n"><a class="btn" role="button">Submit</a></section></main>`,
    meant: '#n',
  },
  {
    name: 'a field further down in a dialog that is scrolled',
    html: `<div style="position:fixed;inset:0;overflow:auto"><div role="dialog"><h2>Scan the QR code</h2>${TALL}<label>6-digit token <input id="n" maxlength="6"></label><button>Submit</button></div></div>`,
    meant: '#n',
    moment: 'enrolment',
  },
  {
    name: 'a field further down in the part of a page that is scrolled',
    html: `<div style="height:600px;overflow:hidden"><nav>Home</nav><main style="height:500px;overflow-y:auto"><h2>Scan the QR code</h2>${TALL}<label>6-digit token <input id="n" maxlength="6"></label><button>Submit</button></main></div>`,
    meant: '#n',
    moment: 'enrolment',
  },
];
