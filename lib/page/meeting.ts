/**
 * Our scripts of one document share an isolated world, which no page can see:
 * the small one that is always there tells the injected one of log-ins here.
 */
declare global {
  // eslint-disable-next-line no-var
  var nightlatchMeeting: EventTarget | undefined;
}

function meeting(): EventTarget {
  globalThis.nightlatchMeeting ??= new EventTarget();
  return globalThis.nightlatchMeeting;
}

/** The user signed in, and the background knows. */
export function tellSignIn(): void {
  meeting().dispatchEvent(new Event('sign-in'));
}

export function onSignIn(work: () => void, signal: AbortSignal): void {
  meeting().addEventListener('sign-in', work, { signal });
}
