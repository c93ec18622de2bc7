import { api } from './api.ts';

/** Whether the browser lets us run on this match pattern. */
export async function isAllowed(pattern: string): Promise<'allowed' | 'not-allowed'> {
  return (await api.permissions.contains({ origins: [pattern] })) ? 'allowed' : 'not-allowed';
}

/**
 * Gives a pattern back. 'kept' where the browser will not take it (a policy, or
 * a host the manifest requires): the site book has the last word anyway.
 */
export async function giveBack(pattern: string): Promise<'given' | 'kept'> {
  try {
    return (await api.permissions.remove({ origins: [pattern] })) ? 'given' : 'kept';
  } catch {
    return 'kept';
  }
}

/** Runs `work` when the user allowed more hosts (our popup may be gone by then). */
export function onAllowed(work: () => void): void {
  api.permissions.onAdded.addListener(work);
}

/** Runs `work` when the user took hosts away in the browser's own settings. */
export function onTakenAway(work: () => void): void {
  api.permissions.onRemoved.addListener(work);
}
