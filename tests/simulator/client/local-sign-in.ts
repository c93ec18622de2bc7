import { element, onClick } from './element.ts';
import type { Page, Variant } from './screen.ts';
import { callServer } from './server-call.ts';
import { signIn } from './sign-in.ts';

/** The id host's log-in page, told where its user came from. */
function identityUrl(): string {
  const url = new URL(`https://id.tplinkcloud.com/${location.search}`);
  url.searchParams.set('return', location.origin);
  url.hash = '/login?session_code=0123456789abcdef0123456789abcdef';
  return url.href;
}

/** A ticket of the id host for a session here. */
async function redeem(ticket: string): Promise<void> {
  await callServer('ticket/redeem', { ticket });
}

function askInWindow(): Promise<string> {
  const opened = window.open(identityUrl(), 'identity', 'width=480,height=640');
  return new Promise((resolve) => {
    const end = new AbortController();
    window.addEventListener(
      'message',
      (event: MessageEvent<unknown>) => {
        if (event.source !== opened || typeof event.data !== 'string') return;
        end.abort();
        resolve(event.data);
      },
      { signal: end.signal },
    );
  });
}

function tab(label: string, state: 'true' | 'false'): HTMLElement {
  return element('span', { role: 'tab', 'aria-selected': state }, label);
}

/**
 * VMS Local's log-in: a local user (L1), or the tab for the ID (L2) which posts
 * here, opens a window, or leaves for the id host and comes back with a ticket.
 */
export async function localSignIn(page: Page, variant: Variant, host: HTMLElement): Promise<void> {
  const ticket = new URL(location.href).searchParams.get('ticket');
  if (ticket !== null) {
    const clean = new URL(location.href);
    clean.searchParams.delete('ticket');
    history.replaceState(null, '', clean);
    return redeem(ticket);
  }
  const isUser = page.config.local === 'user';
  const form = element('div');
  host.append(
    element(
      'div',
      { role: 'tablist', class: 'sim-links' },
      tab(page.words.account, isUser ? 'true' : 'false'),
      tab('ID', isUser ? 'false' : 'true'),
    ),
    form,
  );
  if (isUser || page.config.local === 'post') return signIn(page, variant, form);
  return new Promise((resolve) => {
    const leave = async (): Promise<void> => {
      if (page.config.local === 'redirect') {
        location.assign(identityUrl());
        return;
      }
      await redeem(await askInWindow());
      resolve();
    };
    const label = page.words.signInTitle;
    form.append(
      onClick(element('a', { role: 'button', class: 's-button s-button-primary' }, label), () => {
        void leave();
      }),
    );
  });
}

/** On the id host, after the log-in: back to the VMS Local that sent its user here. */
export async function returnWithTicket(target: string): Promise<void> {
  const reply = await callServer('ticket/issue');
  const ticket = String(reply.result['ticket']);
  const opener: unknown = window.opener;
  if (opener !== null) {
    window.opener.postMessage(ticket, target);
    window.close();
    return;
  }
  const url = new URL(target);
  url.search = location.search;
  url.searchParams.delete('return');
  url.searchParams.set('ticket', ticket);
  location.assign(url);
}
