import type { AccountView } from '../../lib/otp/account.ts';

/** The letter in the circle before an account. */
export function markOf({ issuer, label }: AccountView): string {
  return (
    Array.from(issuer || label)
      .at(0)
      ?.toLocaleUpperCase() ?? '·'
  );
}
