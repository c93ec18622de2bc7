/**
 * [Note: Values in files of their own] Firefox keeps storage.local in SQLite,
 * whose pages keep parts of what was overwritten, and nothing that an extension
 * can call makes it forget (measured). But a value of more than 1 MiB it puts into
 * a file of its own (`dom.indexedDB.dataThreshold`), and deletes that file when the
 * value is overwritten. What must be forgotten are the heads: a vault key lies
 * nowhere else, so that without its head an old passphrase or a key that was kept
 * on this computer opens nothing. So Firefox is given them with spaces behind,
 * which it compresses to some 50 KB.
 */
const FILED_LENGTH = 1_100_000;

/** `vault/head`, its copy, and those of earlier vaults in the archive. */
function isFiled(key: string): boolean {
  return /(?:^|\/)vault\/head/u.test(key);
}

/** What Firefox is to write for these items. */
export function withOwnFiles(
  items: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const padded: Record<string, string> = {};
  for (const [key, text] of Object.entries(items)) {
    padded[key] = isFiled(key) ? text.padEnd(FILED_LENGTH) : text;
  }
  return padded;
}

/** The items that were meant by what was read. */
export function withoutOwnFiles(
  items: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(items).map(([key, value]) => [
      key,
      isFiled(key) && typeof value === 'string' ? value.trimEnd() : value,
    ]),
  );
}
