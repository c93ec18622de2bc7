import { backupCode, recoveryKey } from './backup.ts';
import type { Decoy } from './decoy.ts';
import { emailBelow, emailBoxes, emailGerman, emailNewBrowser } from './email.ts';
import { channel, invitation } from './other.ts';
import { doorPin, pinBoxes, recorderPin } from './pin.ts';
import { phoneCall, smsCountdown, smsMasked } from './sms.ts';

const register: Readonly<Record<string, Decoy>> = {
  'email-new-browser': emailNewBrowser,
  'email-boxes': emailBoxes,
  'email-german': emailGerman,
  'email-below': emailBelow,
  'sms-masked': smsMasked,
  'sms-countdown': smsCountdown,
  'phone-call': phoneCall,
  'pin-boxes': pinBoxes,
  'recorder-pin': recorderPin,
  'door-pin': doorPin,
  'backup-code': backupCode,
  'recovery-key': recoveryKey,
  channel,
  invitation,
};

export const decoyNames: readonly string[] = Object.keys(register);

/** The whole page of a decoy, which stands at /decoy/NAME; undefined where there is none. */
export function findDecoyHtml(name: string): string | undefined {
  const decoy = Object.hasOwn(register, name) ? register[name] : undefined;
  if (!decoy) return undefined;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Decoy (stand-in)</title><link rel="icon" href="data:,">
<p>A stand-in for VMS Cloud, not TP-Link: it asks for something of the kind '${decoy.kind}'</p>
<form onsubmit="return false">${decoy.form}</form>
`;
}
