import { api } from './api.ts';
import { readValue, writeValue } from './indexed-db.ts';

const PREFIX = 'site-values/';

/**
 * Whether every window is private, as where Firefox never remembers history:
 * only then is the background private itself. There is no IndexedDB there.
 */
function isAlwaysPrivate(): boolean {
  return api.extension.inIncognitoContext === true;
}

/**
 * What the user decided for sites, what is remembered of their prompts, and the texts
 * of a language that he chose. It
 * lies in IndexedDB, which is closed to content scripts in every browser. Where
 * there is none it lies in storage.local, which Firefox opens to ours: nothing
 * of it is secret.
 */
export async function readSiteValue(key: string): Promise<unknown> {
  if (!isAlwaysPrivate()) return readValue(key);
  return (await api.storage.local.get(PREFIX + key))[PREFIX + key];
}

/** Writes one value; undefined removes it. */
export async function writeSiteValue(key: string, value: unknown): Promise<void> {
  if (!isAlwaysPrivate()) await writeValue(key, value);
  else if (value === undefined) await api.storage.local.remove(PREFIX + key);
  else await api.storage.local.set({ [PREFIX + key]: value });
}
