import { base32Decode, base32Encode } from './base32.ts';
import { NO_ATTEMPTS, type Attempts } from './rules.ts';
import type { TotpKey } from './totp.ts';

export interface UserAccount {
  readonly email: string;
  readonly password: string;
  readonly mfa: 'none' | 'totp' | 'email' | 'chooser';
  readonly key: TotpKey | undefined;
  /** The last accepted step of `key`. */
  readonly lastStep: number | undefined;
  readonly passwordAttempts: Attempts;
  readonly codeAttempts: Attempts;
}

/** The one password of every made-up user. */
export const PASSWORD = 'Latch-and-key-1';

/** Secrets of the users who are enrolled from the start, in base32. */
const KNOWN_SECRETS = {
  'enrolled@example.com': 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  'karl@example.com': 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  operator: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK',
  'both@example.com': 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU',
} as const;

function user(email: string, mfa: UserAccount['mfa'], secret?: string): UserAccount {
  return {
    email,
    password: PASSWORD,
    mfa,
    key:
      secret === undefined
        ? undefined
        : { secret: base32Decode(secret), algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
    lastStep: undefined,
    passwordAttempts: NO_ATTEMPTS,
    codeAttempts: NO_ATTEMPTS,
  };
}

/** The users of a new or reset stand-in. */
function firstUsers(): readonly UserAccount[] {
  return [
    user('maria@example.com', 'none'),
    user('second@example.com', 'none'),
    user('enrolled@example.com', 'totp', KNOWN_SECRETS['enrolled@example.com']),
    user('karl@example.com', 'totp', KNOWN_SECRETS['karl@example.com']),
    user('both@example.com', 'chooser', KNOWN_SECRETS['both@example.com']),
    user('mail@example.com', 'email'),
    // A user of VMS Local itself, by name.
    user('operator', 'totp', KNOWN_SECRETS.operator),
  ];
}

/** Owner of the users' state. */
export class UserAccounts {
  #byEmail = new Map<string, UserAccount>();

  constructor() {
    this.reset();
  }

  reset(): void {
    this.#byEmail = new Map(firstUsers().map((account) => [account.email, account]));
  }

  find(email: string): UserAccount | undefined {
    return this.#byEmail.get(email.trim().toLowerCase());
  }

  /** One more user with TOTP, until the next reset. */
  add(email: string, secret: Uint8Array<ArrayBuffer>): void {
    this.#byEmail.set(email, user(email, 'totp', base32Encode(secret)));
  }

  change(email: string, change: Partial<UserAccount>): void {
    const account = this.#byEmail.get(email);
    if (account === undefined) throw new Error('no such user');
    this.#byEmail.set(email, { ...account, ...change });
  }

  all(): readonly UserAccount[] {
    return [...this.#byEmail.values()];
  }
}
