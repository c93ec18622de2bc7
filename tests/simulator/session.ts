import type { UserAccount } from './accounts.ts';
import { accepted, refused, text, type Call, type Reply } from './reply.ts';

/** The account signed in on this call's cookie, or undefined when none or expired. */
export function findSignedIn(call: Call): UserAccount | undefined {
  const session = call.session === undefined ? undefined : call.world.sessions.get(call.session);
  if (session === undefined || call.nowMs >= session.expiresMs) return undefined;
  return call.world.accounts.find(session.email);
}

/** `POST /api/v1/session`: who is signed in here. */
export function describeSession(call: Call): Reply {
  const account = findSignedIn(call);
  if (account === undefined) {
    const known = call.session !== undefined && call.world.sessions.has(call.session);
    return refused('signedOut', { reason: known ? 'expired' : 'none' });
  }
  return accepted({ email: account.email, twoFactor: account.key === undefined ? 'off' : 'on' });
}

/** `POST /api/v1/ticket/issue`: lets the signed-in user into a VMS Local, once. */
export function issueTicket(call: Call): Reply {
  const account = findSignedIn(call);
  if (account === undefined) return refused('signedOut');
  const ticket = call.world.random.hex(16);
  call.world.tickets.set(ticket, account.email);
  return accepted({ ticket });
}

/** `POST /api/v1/ticket/redeem`: a session here for the ticket's user. */
export function redeemTicket(call: Call): Reply {
  const ticket = text(call, 'ticket');
  const email = call.world.tickets.get(ticket);
  if (email === undefined) return refused('processExpired');
  call.world.tickets.delete(ticket);
  return accepted({ email }, { sim_session: openSession(call, email) });
}

/** A new session's token. */
export function openSession(call: Call, email: string): string {
  const token = call.world.random.hex(16);
  const expiresMs = call.nowMs + call.config.sessionMinutes * 60_000;
  call.world.sessions.set(token, { email, expiresMs });
  return token;
}

/** `POST /api/v1/logout`. */
export function logout(call: Call): Reply {
  if (call.session !== undefined) call.world.sessions.delete(call.session);
  return accepted({}, { sim_session: '' });
}

/** `POST /api/v1/mfa/disable`: mails the one-time link the FAQ describes. */
export function mailDisableLink(call: Call): Reply {
  const account = call.world.accounts.find(text(call, 'email'));
  if (account !== undefined) {
    const token = call.world.random.hex(16);
    call.world.disableLinks.set(token, account.email);
    call.world.outbox.send({
      atMs: call.nowMs,
      to: account.email,
      subject: 'Disable two-factor authentication',
      text: 'Follow the link to switch two-factor authentication off. A stand-in sent this.',
      link: `https://vms.tplinkcloud.com/#/disable-2fa?token=${token}`,
    });
  }
  return accepted();
}

/** `POST /api/v1/mfa/disable/confirm`: the link's token, good once. */
export function confirmDisable(call: Call): Reply {
  const token = text(call, 'token');
  const email = call.world.disableLinks.get(token);
  if (email === undefined) return refused('processExpired');
  call.world.disableLinks.delete(token);
  call.world.accounts.change(email, { key: undefined, mfa: 'none', lastStep: undefined });
  return accepted({ email });
}
