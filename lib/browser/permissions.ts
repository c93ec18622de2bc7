import { api } from './api.ts';

/** Whether the browser lets us run on this match pattern. */
export async function readHostAccess(pattern: string): Promise<'granted' | 'not-granted'> {
  return (await api.permissions.contains({ origins: [pattern] })) ? 'granted' : 'not-granted';
}

/**
 * Gives the permission for a pattern back. 'kept' means that the browser will
 * not take it (a policy, or a host the manifest requires); the site book
 * decides in the end anyway.
 */
export async function revokeHost(pattern: string): Promise<'revoked' | 'kept'> {
  try {
    return (await api.permissions.remove({ origins: [pattern] })) ? 'revoked' : 'kept';
  } catch {
    return 'kept';
  }
}

/** Runs `work` when the user granted a host; our popup may have closed by then. */
export function onHostGranted(work: () => void): void {
  api.permissions.onAdded.addListener(work);
}

/** Runs `work` when the user revoked a host in the browser's own settings. */
export function onHostRevoked(work: () => void): void {
  api.permissions.onRemoved.addListener(work);
}
