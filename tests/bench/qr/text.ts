import type { Random } from './random.ts';

const NAMES = [
  'maria',
  'guard.night',
  'j.smith',
  'wei.chen+vms',
  'operator7',
  'inst-allation.team',
] as const;
const HOSTS = ['example.com', 'security.example.org', 'cam.example', 'mail.example.net'] as const;

/** An enrolment URI in one of the forms pages use. */
export function makeOtpauth(random: Random): string {
  const issuer = random.pick(['TP-Link', 'TP-LINK', 'VIGI VMS', 'Example', 'Omada Central']);
  const name = `${random.pick(NAMES)}@${random.pick(HOSTS)}`;
  const secret = random.letters(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
    random.pick([16, 16, 26, 32, 32, 52]),
  );
  const tail = random.pick([
    '',
    '&algorithm=SHA1&digits=6&period=30',
    '&digits=6',
    '&period=30&digits=6',
  ]);
  const path = `${encodeURIComponent(issuer)}:${encodeURIComponent(name)}`;
  return `otpauth://totp/${path}?secret=${secret}&issuer=${encodeURIComponent(issuer)}${tail}`;
}

/** What other QRs on such a page hold. */
export function makeOtherText(random: Random): string {
  return random.pick([
    `https://www.example.com/app/${random.letters('abcdefgh', 8)}`,
    `WIFI:T:WPA;S:Guests-${random.whole(1, 99)};P:${random.letters('abcdefgh', 10)};;`,
    `https://play.example.com/store/apps/details?id=com.example.${random.letters('abcdef', 6)}`,
  ]);
}
