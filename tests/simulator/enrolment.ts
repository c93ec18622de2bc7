import QRCode from 'qrcode';
import { accepted, refused, text, type Call, type Reply } from './reply.ts';
import { judgeCode, NO_ATTEMPTS } from './rules.ts';
import { findSignedIn } from './session.ts';
import { makeEnrolmentUri } from './uri/index.ts';
import type { Enrolment } from './world.ts';

/** Dark modules of the QR code of `content`, row by row as '0' and '1'. */
function qrModules(content: string): readonly string[] {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_row, y) =>
    Array.from({ length: modules.size }, (_cell, x) => (modules.get(y, x) === 1 ? '1' : '0')).join(
      '',
    ),
  );
}

function begin(call: Call, email: string): Enrolment {
  for (const [id, old] of call.world.enrolments) {
    if (old.email === email) call.world.enrolments.delete(id);
  }
  const made = makeEnrolmentUri(call.config.uri, email, call.world.random);
  const enrolment: Enrolment = {
    id: call.world.random.hex(16),
    email,
    uri: made.uri,
    key: made.key,
    shownMs: call.nowMs,
  };
  call.world.enrolments.set(enrolment.id, enrolment);
  return enrolment;
}

/** Codes of the family that are no second factor: an app's address, a device, a network, a reset. */
const DECOYS = {
  download: 'https://example.com/get-the-app?from=stand-in',
  device: 'VIGI:BIND;SN=2233445566778;MODEL=C340;KEY=9F1C22',
  wifi: 'WIFI:T:WPA;S:Camera network;P:not-a-real-key;;',
  reset: '{"type":"reset","sn":"2233445566778","ts":1700000000,"nonce":"c0ffee"}',
} as const;

function decoyCodes(variant: string): readonly (readonly string[])[] {
  if (variant === 'two-codes') return [qrModules(DECOYS.download)];
  if (variant !== 'decoys') return [];
  return [DECOYS.device, DECOYS.wifi, DECOYS.reset].map(qrModules);
}

function shown(call: Call, enrolment: Enrolment): Reply {
  return accepted({
    enrolmentId: enrolment.id,
    uri: enrolment.uri,
    modules: qrModules(enrolment.uri),
    sizePx: call.config.qrSize,
    digits: enrolment.key.digits,
    decoys: decoyCodes(call.config.qr),
  });
}

/** `POST /api/v1/enrolment/begin {password}`: a NEW secret each time it is opened. */
export function beginEnrolment(call: Call): Reply {
  const account = findSignedIn(call);
  if (account === undefined) return refused('signedOut');
  if (text(call, 'password') !== account.password) return refused('wrongPassword');
  return shown(call, begin(call, account.email));
}

/**
 * `POST /api/v1/enrolment/renew`: the page asks now and then; once the secret
 * on screen is older than `qrReplaceSeconds` by the stand-in's clock, a new one
 * takes its place and the former is dead.
 */
export function renewEnrolment(call: Call): Reply {
  const old = call.world.enrolments.get(text(call, 'enrolmentId'));
  const account = findSignedIn(call);
  if (old === undefined || account === undefined) return refused('processExpired');
  const isOld = call.nowMs - old.shownMs >= call.config.qrReplaceSeconds * 1000;
  return isOld ? shown(call, begin(call, account.email)) : accepted();
}

/** `POST /api/v1/enrolment/cancel`: the secret shown so far is dead. */
export function cancelEnrolment(call: Call): Reply {
  call.world.enrolments.delete(text(call, 'enrolmentId'));
  return accepted();
}

/** `POST /api/v1/enrolment/submit {enrolmentId, code}`: the secret becomes live, its token is burnt. */
export function submitEnrolment(call: Call): Reply {
  const { world, nowMs, config } = call;
  const enrolment = world.enrolments.get(text(call, 'enrolmentId'));
  const code = text(call, 'code');
  const verdict =
    enrolment === undefined ? undefined : judgeCode(enrolment.key, code, nowMs, config, undefined);
  world.journal.submit({
    atMs: nowMs,
    realMs: Date.now(),
    place: 'enrolment',
    kind: 'totp',
    host: call.host,
    email: enrolment?.email ?? '',
    code,
    outcome: verdict?.kind ?? 'expired',
    processId: text(call, 'enrolmentId'),
  });
  if (enrolment === undefined || verdict === undefined) return refused('processExpired');
  if (verdict.kind !== 'accepted') return refused('wrongCode');
  world.enrolments.delete(enrolment.id);
  world.accounts.change(enrolment.email, {
    key: enrolment.key,
    mfa: 'totp',
    lastStep: verdict.step,
    codeAttempts: NO_ATTEMPTS,
  });
  return accepted();
}
