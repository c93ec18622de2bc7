/**
 * The scripts of the extension in one document share an isolated world, which
 * no page can see. prompt.content, which is always there, passes log-ins on to
 * the scripts that are injected when they are needed.
 */
import { SIGN_IN_FRESH_MS } from '../../limits.ts';
import type { FieldContext } from '../field/code-field.ts';

declare global {
  // eslint-disable-next-line no-var
  var nightlatchSignIns: EventTarget | undefined;
  // eslint-disable-next-line no-var
  var nightlatchSignInMs: number | undefined;
}

/** What we set ourselves: an element of this name or id would stand in its place (HTML, named access on Window). */
function ownSignInMs(): number | undefined {
  return Object.hasOwn(globalThis, 'nightlatchSignInMs')
    ? globalThis.nightlatchSignInMs
    : undefined;
}

function relay(): EventTarget {
  if (!Object.hasOwn(globalThis, 'nightlatchSignIns'))
    Object.defineProperty(globalThis, 'nightlatchSignIns', { value: new EventTarget() });
  return globalThis.nightlatchSignIns ?? new EventTarget();
}

/** The user signs in here, and the background knows. */
export function relaySignIn(): void {
  globalThis.nightlatchSignInMs = Date.now();
  relay().dispatchEvent(new Event('sign-in'));
}

/** The page took the code: what it shows from now on is no part of the log-in. */
export function relaySignInOver(): void {
  globalThis.nightlatchSignInMs = undefined;
}

/** What a log-in in this document says of its fields. */
export function contextNow(): FieldContext {
  const ageMs = Date.now() - (ownSignInMs() ?? -Infinity);
  // A clock that went back must not make an old log-in fresh again.
  return { moment: ageMs >= 0 && ageMs < SIGN_IN_FRESH_MS ? 'sign-in' : 'unknown' };
}

export function onSignIn(work: () => void, signal: AbortSignal): void {
  relay().addEventListener('sign-in', work, { signal });
}
