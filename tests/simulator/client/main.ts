import { getWords } from '../lang/index.ts';
import { getVariant } from '../variants/index.ts';
import type { PageSetup } from '../pages.ts';
import { appFrame } from './app-frame.ts';
import { makeClutter } from './clutter.ts';
import { decoyFields } from './decoys.ts';
import { element, onClick } from './element.ts';
import { enrol } from './enrolment.ts';
import { runFrame } from './frame.ts';
import { localSignIn, returnWithTicket } from './local-sign-in.ts';
import type { Page, Variant } from './screen.ts';
import { callServer, textOf } from './server-call.ts';
import { signIn } from './sign-in.ts';

// Written by pages.ts into this very document.
const setup = JSON.parse(document.querySelector('#sim-setup')?.textContent ?? '') as PageSetup;
const { config } = setup;
const words = getWords(config.language);
const page: Page = { config, words };
const app = document.querySelector<HTMLElement>('#app') ?? document.body;

/** Only real names are redirected to the id host; a look-alike keeps its form to itself. */
const isRealHost =
  location.protocol === 'https:' && /(?:^|\.)tplinkcloud\.com$/.test(location.hostname);
const redirects = config.flow === 'G2' && isRealHost;

function randomHex(byteCount: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(byteCount));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** vms ↔ id, use1-vms ↔ use1-id. */
function sibling(from: 'vms' | 'id', to: 'vms' | 'id'): string {
  const name = location.hostname.replace(new RegExp(`^(\\w+-)?${from}\\.`), `$1${to}.`);
  const port = location.port === '' ? '' : `:${location.port}`;
  return `https://${name}${port}/${location.search}`;
}

function clutter(): readonly HTMLElement[] {
  const made = makeClutter(config);
  return made ? [made] : [];
}

function showCookieBar(): void {
  if (config.cookieBar === 'absent') return;
  const bar = element('div', { class: 'sim-cookies' }, words.cookies, ' ');
  bar.append(
    onClick(element('button', { id: 'privacy-agree-btn' }, words.agree), () => bar.remove()),
  );
  document.body.append(bar);
}

async function showSignIn(variant: Variant, expired: boolean): Promise<void> {
  showCookieBar();
  const card = element('main', { class: 'sim-card' });
  if (expired) card.append(element('p', { role: 'alert' }, words.sessionExpired));
  const host = element('div');
  card.append(host);
  if (config.decoys === 'present') card.append(decoyFields(words));
  app.replaceChildren(card, ...clutter());
  await (setup.kind === 'local' ? localSignIn : signIn)(page, variant, host);
  if (config.notice === 'shown') {
    await new Promise<void>((resolve) => {
      const button = onClick(element('button', {}, words.ok), () => resolve());
      card.replaceChildren(element('p', {}, words.notice), button);
    });
  }
}

function link(hash: string, label: string): HTMLElement {
  return element('a', { href: `#${hash}` }, label);
}

function navigation(email: string): HTMLElement {
  return element(
    'nav',
    { class: 'sim-nav' },
    link('/vms/device', words.devices),
    link('/vms/video', words.video),
    link('/admin/account', `${words.admin} > ${words.account}`),
    element('span', {}, email),
    onClick(element('button', { id: 'sign-out' }, words.signOut), () => {
      void callServer('logout').then(() => location.reload());
    }),
  );
}

function accountView(variant: Variant, twoFactor: string, redraw: () => void): HTMLElement {
  const enable = onClick(element('button', { id: 'enable-2fa' }, words.enable), () => {
    void enrol(page, variant, host).then(redraw);
  });
  const host = element('div');
  return element(
    'main',
    { class: 'sim-view' },
    element('h1', {}, words.twoFactor),
    element('p', { id: 'two-factor-state' }, twoFactor === 'on' ? words.isOn : words.isOff),
    ...(twoFactor === 'on' ? [] : [enable]),
    host,
  );
}

function listView(title: string): HTMLElement {
  const rows = Array.from({ length: 6 }, (_row, at) =>
    element(
      'tr',
      {},
      element('td', {}, `Camera ${at + 1}`),
      element('td', {}, `10.0.0.${at + 10}`),
    ),
  );
  return element(
    'main',
    { class: 'sim-view' },
    element('h1', {}, title),
    element('input', { type: 'search', placeholder: words.search }),
    element('table', {}, ...rows),
  );
}

async function showPortal(variant: Variant): Promise<void> {
  const reply = await callServer('session');
  if (reply.errorCode !== 0) {
    const expired = textOf(reply, 'reason') === 'expired';
    if (redirects) {
      location.replace(`${sibling('vms', 'id')}#/login?session_code=${randomHex(16)}`);
      return;
    }
    await showSignIn(variant, expired);
    if (location.hash !== '') return showPortal(variant);
    // The change of the hash draws the portal.
    location.hash = '/vms/device';
    return;
  }
  const redraw = (): void => void showPortal(variant);
  const view =
    location.hash === '#/admin/account'
      ? accountView(variant, textOf(reply, 'twoFactor'), redraw)
      : listView(location.hash === '#/vms/video' ? words.video : words.devices);
  app.replaceChildren(navigation(textOf(reply, 'email')), view, ...clutter());
}

async function start(): Promise<void> {
  if (setup.kind === 'frame') return runFrame(page, app);
  if ((config.flow === 'G3' || config.flow === 'G3X') && setup.kind === 'portal') {
    app.replaceChildren(appFrame(config.flow));
    return undefined;
  }
  const variant = await getVariant(config.variant);
  if (setup.kind === 'identity') {
    await showSignIn(variant, false);
    const target = new URLSearchParams(location.search).get('return');
    if (target !== null) return returnWithTicket(target);
    location.assign(`${sibling('id', 'vms')}#/vms/device`);
    return;
  }
  const token = /^#\/disable-2fa\?token=(\w+)$/.exec(location.hash)?.[1];
  if (token !== undefined) {
    const reply = await callServer('mfa/disable/confirm', { token });
    app.replaceChildren(element('p', {}, reply.errorCode === 0 ? words.isOff : words.tooLate));
    return;
  }
  window.addEventListener('hashchange', () => void showPortal(variant));
  await showPortal(variant);
}

void start();
