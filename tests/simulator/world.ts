import { UserAccounts } from './accounts.ts';
import { SimulatorClock } from './clock.ts';
import { initialConfig, type SimulatorConfig } from './config.ts';
import { Journal } from './journal.ts';
import { Outbox } from './mail.ts';
import { SeededRandom } from './random.ts';
import type { TotpKey } from './totp.ts';

/** A log-in that waits for its second factor. */
export interface MfaProcess {
  readonly id: string;
  readonly email: string;
  readonly expiresMs: number;
  readonly types: readonly ('totp' | 'email')[];
  readonly mailCode: string | undefined;
}

export interface Session {
  readonly email: string;
  readonly expiresMs: number;
}

/** An enrolment whose secret is not live yet. */
export interface Enrolment {
  readonly id: string;
  readonly email: string;
  readonly uri: string;
  readonly key: TotpKey;
  readonly shownMs: number;
}

/** Everything the stand-in remembers; all of it dies with the process. */
export class World {
  readonly clock = new SimulatorClock();
  readonly accounts = new UserAccounts();
  readonly outbox = new Outbox();
  readonly journal = new Journal();
  readonly processes = new Map<string, MfaProcess>();
  readonly sessions = new Map<string, Session>();
  readonly enrolments = new Map<string, Enrolment>();
  /** One-time token of a 'disable 2FA' link → e-mail. */
  readonly disableLinks = new Map<string, string>();
  /** One-time ticket from the id host to a VMS Local → e-mail. */
  readonly tickets = new Map<string, string>();
  /** Token of a trusted device → e-mail. */
  readonly trusted = new Map<string, string>();
  readonly #seed: string;
  random: SeededRandom;
  config: SimulatorConfig;
  readonly #firstConfig: SimulatorConfig;

  constructor(seed: string, config: SimulatorConfig = initialConfig) {
    this.#seed = seed;
    this.random = new SeededRandom(seed);
    this.config = config;
    this.#firstConfig = config;
  }

  /** Back to the first second, except the log-in sessions' ids: they are drawn anew. */
  reset(): void {
    this.clock.reset();
    this.accounts.reset();
    this.outbox.reset();
    this.journal.reset();
    for (const map of [this.processes, this.sessions, this.enrolments]) map.clear();
    for (const map of [this.disableLinks, this.tickets, this.trusted]) map.clear();
    this.random = new SeededRandom(this.#seed);
    this.config = this.#firstConfig;
  }
}
