import { base32Encode } from './base32.ts';
import { NUMBERS, patchConfig, SWITCHES } from './config.ts';
import { codeOfStep, stepAt, type TotpKey } from './totp.ts';
import type { World } from './world.ts';

function clockCommand(world: World, command: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(command)) {
    if (typeof value !== 'number') throw new Error(`${name} must be a number`);
    if (name === 'advanceSeconds') world.clock.advance(value);
    else if (name === 'offsetMs') world.clock.setOffset(value);
    else if (name === 'freezeAtMs') world.clock.freeze(value);
    else throw new Error(`no such clock command: ${name}`);
  }
}

/** A live secret in base32 and its code of this moment. */
interface LiveSecret {
  readonly secret: string;
  readonly code: string;
}

export interface AccountState {
  readonly email: string;
  readonly password: string;
  readonly mfa: string;
  /** Undefined while the account is not enrolled. */
  readonly live: LiveSecret | undefined;
}

function secretState(key: TotpKey | undefined, nowMs: number): LiveSecret | undefined {
  if (key === undefined) return undefined;
  return { secret: base32Encode(key.secret), code: codeOfStep(key, stepAt(key, nowMs)) };
}

/** The users with their secrets and the code of this moment: for tests, never for pages. */
export function accountStates(world: World): readonly AccountState[] {
  const nowMs = world.clock.nowMs(world.config.skewSeconds);
  return world.accounts.all().map((account) => ({
    email: account.email,
    password: account.password,
    mfa: account.mfa,
    live: secretState(account.key, nowMs),
  }));
}

export interface PendingEnrolment {
  readonly id: string;
  readonly email: string;
  readonly uri: string;
  readonly code: string;
}

/** Enrolments on screen whose secret is not live yet. */
export function pendingEnrolments(world: World): readonly PendingEnrolment[] {
  const nowMs = world.clock.nowMs(world.config.skewSeconds);
  return [...world.enrolments.values()].map(({ id, email, uri, key }) => ({
    id,
    email,
    uri,
    code: codeOfStep(key, stepAt(key, nowMs)),
  }));
}

/** `/__sim/NAME`: the state asked for; a body is a command. Throws on a bad command. */
export function control(
  world: World,
  name: string,
  body: Readonly<Record<string, unknown>> | undefined,
): unknown {
  switch (name) {
    case 'clock':
      if (body !== undefined) clockCommand(world, body);
      return world.clock.state();
    case 'config':
      if (body !== undefined) world.config = patchConfig(world.config, body);
      return world.config;
    case 'switches':
      return { ...SWITCHES, ...NUMBERS };
    case 'log':
      return world.journal.state();
    case 'mail':
      return world.outbox.all();
    case 'accounts':
      return accountStates(world);
    case 'enrolments':
      return pendingEnrolments(world);
    case 'expire':
      world.sessions.clear();
      return {};
    case 'reset':
      world.reset();
      return world.config;
    default:
      throw new Error(`no such control: ${name}`);
  }
}
