import type { UserAccount } from './accounts.ts';
import { accepted, refused, text, type Call, type Reply } from './reply.ts';
import { countFailure, isLocked, judgeCode, NO_ATTEMPTS, type CodeVerdict } from './rules.ts';
import { openSession } from './session.ts';
import type { MfaProcess } from './world.ts';

/** MFA types of the protocol: 1 push, 2 e-mail, 3 TOTP. */
const MFA_EMAIL = 2;
const MFA_TOTP = 3;

function factors(call: Call, account: UserAccount): readonly ('totp' | 'email')[] {
  const wanted = call.config.variant === 'L' ? 'email' : call.config.mfa;
  const mfa = wanted === 'as-enrolled' ? account.mfa : wanted;
  if (mfa === 'none') return [];
  if (mfa === 'chooser') return ['totp', 'email'];
  return [mfa];
}

function counters(call: Call, remaining: number): Reply['result'] {
  return call.config.counters === 'shown'
    ? { remainAttempts: remaining, lockedMinutes: call.config.lockMinutes }
    : {};
}

/** `POST /api/v1/login`: the password step and, with `needMfa`, the code step. */
export function login(call: Call): Reply {
  const { world, nowMs, config } = call;
  const account = world.accounts.find(text(call, 'email'));
  if (account === undefined)
    return refused('wrongPassword', counters(call, config.passwordLockAfter));
  if (isLocked(account.passwordAttempts, nowMs) || isLocked(account.codeAttempts, nowMs)) {
    if (call.body['needMfa'] === true) journalCode(call, account, 'locked');
    return refused('locked', { lockedMinutes: config.lockMinutes });
  }
  if (text(call, 'password') !== account.password) return wrongPassword(call, account);
  world.accounts.change(account.email, { passwordAttempts: NO_ATTEMPTS });
  if (call.body['needMfa'] === true) return secondFactor(call, account);
  const types = factors(call, account);
  const trusted =
    call.trustedDevice !== undefined && world.trusted.get(call.trustedDevice) === account.email;
  return types.length === 0 || trusted
    ? signedIn(call, account)
    : askSecondFactor(call, account, types);
}

function wrongPassword(call: Call, account: UserAccount): Reply {
  const { config, nowMs, world } = call;
  const limit = config.passwordLockAfter;
  const attempts = countFailure(account.passwordAttempts, nowMs, limit, config.lockMinutes);
  world.accounts.change(account.email, { passwordAttempts: attempts });
  return isLocked(attempts, nowMs)
    ? refused('locked', { lockedMinutes: config.lockMinutes })
    : refused('wrongPassword', counters(call, limit - attempts.failed));
}

function askSecondFactor(
  call: Call,
  account: UserAccount,
  types: readonly ('totp' | 'email')[],
): Reply {
  const { world, nowMs, config } = call;
  const process: MfaProcess = {
    id: world.random.hex(16),
    email: account.email,
    expiresMs: nowMs + config.processMinutes * 60_000,
    types,
    mailCode: undefined,
  };
  world.processes.set(process.id, process);
  if (types[0] === 'email') mailCode(call, process);
  return refused(call.place === 'local' ? 'local2faRequired' : 'mfaRequired', {
    supportedMFATypes: types.map((type) => (type === 'totp' ? MFA_TOTP : MFA_EMAIL)),
    primaryMFAType: types[0] === 'email' ? MFA_EMAIL : MFA_TOTP,
    MFAEmail: account.email.replace(/^(.).*(.)@/, '$1***$2@'),
    MFAProcessId: process.id,
    // Our own: how wide the page makes its field.
    codeLength: types[0] === 'totp' ? (account.key?.digits ?? 6) : 6,
  });
}

function findProcess(call: Call): MfaProcess | undefined {
  const process = call.world.processes.get(text(call, 'mfaProcessId'));
  return process !== undefined && call.nowMs < process.expiresMs ? process : undefined;
}

function mailCode(call: Call, process: MfaProcess): void {
  const code = call.world.random.digits(6);
  call.world.processes.set(process.id, { ...process, mailCode: code });
  call.world.outbox.send({
    atMs: call.nowMs,
    to: process.email,
    subject: 'Your verification code',
    text: `Your code is ${code}. A stand-in sent this; nothing left this machine.`,
    code,
  });
}

/** `POST /api/v1/mfa/email`: sends a (new) e-mail code for a waiting log-in. */
export function sendMailCode(call: Call): Reply {
  const process = findProcess(call);
  if (process === undefined) return refused('processExpired');
  mailCode(call, process);
  return accepted();
}

function judge(call: Call, account: UserAccount, process: MfaProcess): CodeVerdict {
  const code = text(call, 'code');
  if (call.body['mfaType'] === MFA_EMAIL) {
    return code !== '' && code === process.mailCode
      ? { kind: 'accepted', step: -1 }
      : { kind: 'wrong' };
  }
  if (account.key === undefined || !process.types.includes('totp')) return { kind: 'wrong' };
  return judgeCode(account.key, code, call.nowMs, call.config, account.lastStep);
}

function journalCode(
  call: Call,
  account: UserAccount,
  outcome: 'accepted' | 'wrong' | 'replayed' | 'locked' | 'expired',
): void {
  call.world.journal.submit({
    atMs: call.nowMs,
    realMs: Date.now(),
    place: call.place === 'local' ? 'local' : 'login',
    kind: call.body['mfaType'] === MFA_EMAIL ? 'email' : 'totp',
    host: call.host,
    email: account.email,
    code: text(call, 'code'),
    outcome,
    processId: text(call, 'mfaProcessId'),
  });
}

function secondFactor(call: Call, account: UserAccount): Reply {
  const { world, nowMs, config } = call;
  const process = findProcess(call);
  if (process === undefined || process.email !== account.email) {
    journalCode(call, account, 'expired');
    return refused('processExpired');
  }
  const verdict = judge(call, account, process);
  journalCode(call, account, verdict.kind);
  if (verdict.kind === 'accepted') {
    world.processes.delete(process.id);
    const lastStep = verdict.step < 0 ? account.lastStep : verdict.step;
    world.accounts.change(account.email, { lastStep, codeAttempts: NO_ATTEMPTS });
    return signedIn(call, account);
  }
  const limit = config.codeLockAfter;
  const attempts = countFailure(account.codeAttempts, nowMs, limit, config.lockMinutes);
  world.accounts.change(account.email, { codeAttempts: attempts });
  if (isLocked(attempts, nowMs)) {
    world.processes.delete(process.id);
    return refused('locked', { lockedMinutes: config.lockMinutes });
  }
  const remaining = counters(call, limit - attempts.failed);
  return refused(call.place === 'local' ? 'localWrongCode' : 'wrongCode', remaining);
}

function signedIn(call: Call, account: UserAccount): Reply {
  const cookies: Record<string, string> = { sim_session: openSession(call, account.email) };
  if (call.body['trustDevice'] === true) {
    const device = call.world.random.hex(16);
    call.world.trusted.set(device, account.email);
    cookies['sim_device'] = device;
  }
  return accepted({ email: account.email }, cookies);
}
