import type { TotpKey } from '../totp.ts';

/** One way to write an enrolment's otpauth URI. */
export interface UriVariant {
  readonly secretBytes: number;
  readonly algorithm: TotpKey['algorithm'];
  readonly digits: number;
  readonly periodSeconds: number;
  write(key: TotpKey, email: string): string;
}

/** What is known of the real one: SHA-1, 6 digits, 30 s; the secret's length is a guess. */
export const usual = {
  secretBytes: 20,
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
} as const;
