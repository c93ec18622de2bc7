import { api } from './api.ts';

/** Whether the browser lets us run on this match pattern. */
export async function isAllowed(pattern: string): Promise<'allowed' | 'not-allowed'> {
  return (await api.permissions.contains({ origins: [pattern] })) ? 'allowed' : 'not-allowed';
}

/** Gives a pattern back; those of the manifest stay. */
export async function giveBack(pattern: string): Promise<void> {
  await api.permissions.remove({ origins: [pattern] });
}

/** Runs `work` when the user allowed more hosts (our popup may be gone by then). */
export function onAllowed(work: () => void): void {
  api.permissions.onAdded.addListener(work);
}

/** Runs `work` when the user took hosts away in the browser's own settings. */
export function onTakenAway(work: () => void): void {
  api.permissions.onRemoved.addListener(work);
}
