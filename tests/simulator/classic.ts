/**
 * A log-in of the old kind, beside the one-page portal: each step is a document
 * of its own, sent by a form, and a wrong code is the same document once more.
 */
import { login } from './login.ts';
import type { Call, Reply } from './reply.ts';

/**
 * How its prompt is sent. button: by the form's own button. script: by a link
 * whose script sends the form, which no 'submit' event tells of. fetch: by a
 * request, and a wrong code reloads the document.
 */
const SENDINGS = ['button', 'script', 'fetch'] as const;
type Sending = (typeof SENDINGS)[number];

export type ClassicAnswer =
  | { readonly html: string }
  | { readonly location: string; readonly cookies: Readonly<Record<string, string>> };

function sendingOf(query: URLSearchParams): Sending {
  return SENDINGS.find((each) => each === query.get('send')) ?? 'button';
}

function documentOf(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Classic (stand-in)</title>
<link rel="icon" href="data:,"><p>A stand-in for VMS Cloud, not TP-Link</p>${body}</html>`;
}

function signInHtml(query: URLSearchParams): string {
  return documentOf(`<form method="post" action="/classic?${query}"><h1>Sign In</h1>
<label>Email <input name="email" type="email"></label>
<label>Password <input name="password" type="password"></label><button>Sign In</button></form>`);
}

function promptHtml(query: URLSearchParams): string {
  const says = query.has('wrong') ? '<p role="alert">The token is incorrect.</p>' : '';
  const field = '<label>6-digit token <input id="code" name="code" maxlength="6"></label>';
  const controls: Readonly<Record<Sending, string>> = {
    button: '<button id="send">Submit</button>',
    script: `<a id="send" class="button" href="#" onclick="this.closest('form').submit()">Submit</a>`,
    fetch: `<button id="send" type="button">Submit</button><script>
document.querySelector('#send').addEventListener('click', async () => {
  const form = document.querySelector('form');
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  if (new URL(answer.url).pathname === '/') location.assign(answer.url);
  else location.reload();
});</script>`,
  };
  return documentOf(`<form method="post" action="/classic/code?${query}">
<h1>Two-Factor Authentication</h1>${says}<p>Enter the 6-digit token of your authenticator app.</p>
${field}${controls[sendingOf(query)]}</form>`);
}

function result(reply: Reply, name: string): string {
  const value = reply.result[name];
  return typeof value === 'string' ? value : '';
}

/** Answers /classic (password) and /classic/code (second factor); `call.body` is what a form sent. */
export function classic(call: Call, url: URL, method: string): ClassicAnswer {
  const query = new URLSearchParams(url.searchParams);
  const isCode = url.pathname === '/classic/code';
  if (method !== 'POST') return { html: isCode ? promptHtml(query) : signInHtml(query) };
  const { world } = call;
  if (!isCode) {
    const reply = login(call);
    query.set('process', result(reply, 'MFAProcessId'));
    return { location: `/classic/code?${query}`, cookies: {} };
  }
  const mfaProcessId = query.get('process') ?? '';
  const email = world.processes.get(mfaProcessId)?.email ?? '';
  const password = world.accounts.find(email)?.password ?? '';
  const body = { ...call.body, email, password, needMfa: true, mfaType: 3, mfaProcessId };
  const reply = login({ ...call, body });
  if (reply.errorCode === 0) return { location: '/', cookies: reply.cookies ?? {} };
  query.set('wrong', '1');
  return { location: `/classic/code?${query}`, cookies: {} };
}
