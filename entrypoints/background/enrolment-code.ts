/**
 * The code for the enrolment's own field. The page itself showed us the secret,
 * so its code may go back to that document without a log-in.
 */
import { AppError } from '../../lib/errors.ts';
import type { Scan } from '../../lib/policy/scan.ts';
import type { EnrolmentCodeAnswer } from '../../lib/protocol/page-messages.ts';
import type { Core } from './core.ts';
import { takeCode } from './take-code.ts';

/**
 * The code of this step, or when to ask again: the page waits, because Firefox ends a background that
 * waits itself. Throws 'scan-gone' for a scan that no document shows or that is not saved, 'vault-locked'.
 */
export async function releaseCode(
  core: Core,
  scanId: string,
  scan: Scan,
): Promise<EnrolmentCodeAnswer> {
  const { accountId, from } = scan;
  if (accountId === undefined || !from) throw new AppError('scan-gone');
  // Only a press in our popup makes a code by counter, and Steam's are shown there alone.
  if ((await core.vault.account(accountId)).type !== 'totp') {
    throw new AppError('otp-type-unsupported');
  }
  const { siteId } = from;
  const { clockOffsetMs } = await core.sites.settings(siteId);
  const { servedCounter } = scan;
  const request = { accountId, siteId, clockOffsetMs, servedCounter };
  const taken = await takeCode(core, { ...request, promptState: 'served' });
  if (taken.kind === 'wait') return taken;
  await core.scans.update(scanId, (row) => ({ ...row, servedCounter: taken.counter }));
  // The vault was locked during these writes: the code counts as used and is not given away.
  if ((await core.vault.state()) !== 'open') throw new AppError('vault-locked');
  return { kind: 'fill', code: taken.code, submit: 'never' };
}
