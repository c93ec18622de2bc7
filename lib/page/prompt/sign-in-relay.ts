/**
 * Our scripts of one document share an isolated world, which no page can see:
 * the small one that is always there tells the injected one of log-ins here.
 */
import type { FieldContext } from '../field/code-field.ts';

declare global {
  // eslint-disable-next-line no-var
  var nightlatchMeeting: EventTarget | undefined;
  // eslint-disable-next-line no-var
  var nightlatchSignedInMs: number | undefined;
}

/** The user's own log-in speaks for a code field as long as it allows a release (lib/policy/sign-in.ts). */
const SIGN_IN_MS = 5 * 60_000;

function meeting(): EventTarget {
  globalThis.nightlatchMeeting ??= new EventTarget();
  return globalThis.nightlatchMeeting;
}

/** The user signed in, and the background knows. */
export function tellSignIn(): void {
  globalThis.nightlatchSignedInMs = Date.now();
  meeting().dispatchEvent(new Event('sign-in'));
}

/** What a log-in in this document says of its fields. */
export function contextNow(): FieldContext {
  const signedInMs = globalThis.nightlatchSignedInMs ?? -Infinity;
  return { moment: Date.now() - signedInMs < SIGN_IN_MS ? 'sign-in' : 'unknown' };
}

export function onSignIn(work: () => void, signal: AbortSignal): void {
  meeting().addEventListener('sign-in', work, { signal });
}
