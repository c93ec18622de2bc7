/**
 * Our scripts of one document share an isolated world, which no page can see:
 * the small one that is always there tells the injected one of log-ins here.
 */
import { SIGN_IN_FRESH_MS } from '../../limits.ts';
import type { FieldContext } from '../field/code-field.ts';

declare global {
  // eslint-disable-next-line no-var
  var nightlatchMeeting: EventTarget | undefined;
  // eslint-disable-next-line no-var
  var nightlatchSignedInMs: number | undefined;
}

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
  return { moment: Date.now() - signedInMs < SIGN_IN_FRESH_MS ? 'sign-in' : 'unknown' };
}

export function onSignIn(work: () => void, signal: AbortSignal): void {
  meeting().addEventListener('sign-in', work, { signal });
}
