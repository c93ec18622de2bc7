import type { AccountView } from '../../lib/otp/account.ts';

/** The letter in the circle that stands before an account. */
export function initialOf({ issuer, label }: AccountView): string {
  return (
    Array.from(issuer || label)
      .at(0)
      ?.toLocaleUpperCase() ?? '·'
  );
}
