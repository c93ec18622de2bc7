import { beginEnrolment, cancelEnrolment, renewEnrolment, submitEnrolment } from './enrolment.ts';
import { login, sendMailCode } from './login.ts';
import type { Call, Reply } from './reply.ts';
import {
  confirmDisable,
  describeSession,
  logout,
  issueTicket,
  mailDisableLink,
  redeemTicket,
} from './session.ts';

/** What the pages post to, below `/api/v1/`. */
const routes: ReadonlyMap<string, (call: Call) => Reply> = new Map([
  ['login', login],
  ['logout', logout],
  ['session', describeSession],
  ['ticket/issue', issueTicket],
  ['ticket/redeem', redeemTicket],
  ['mfa/email', sendMailCode],
  ['mfa/disable', mailDisableLink],
  ['mfa/disable/confirm', confirmDisable],
  ['enrolment/begin', beginEnrolment],
  ['enrolment/renew', renewEnrolment],
  ['enrolment/cancel', cancelEnrolment],
  ['enrolment/submit', submitEnrolment],
]);

export function findRoute(path: string): ((call: Call) => Reply) | undefined {
  return routes.get(path);
}
