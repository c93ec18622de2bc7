/** What the table of rooms cannot say: which files a built script may carry. */

/** What a content script must not reach by any chain of imports, and why. */
export const forbiddenToContentScripts: Readonly<Record<string, RegExp>> = {
  'the vault: secrets live in one room': /^lib\/vault\//,
  'keys and ciphers': /^lib\/crypto\//,
  'import and export formats: they hold secrets': /^lib\/formats\//,
  'the decoder: too large for a script that is always there':
    /^lib\/qr\/(?!(finder|edges|picture)\.ts$)/,
};

/**
 * The files of lib/page that a content script may carry, found by following its
 * value imports. prompt.content runs in every document of a site for as long as
 * it lives, so it carries only the watchers that call for the other scripts.
 */
export const pageFilesOfScript: Readonly<Record<string, RegExp>> = {
  'prompt.content':
    /^lib\/page\/(dom\/|prompt\/(watch-first-field|watch-sign-in|sign-in-relay)\.ts$|qr\/(find-candidates|walk|shape|code-lines)\.ts$)/,
  'fill.content': /^lib\/page\/(dom|visibility|field|fill|prompt)\//,
  'enrol.content': /^lib\/page\/(dom|visibility|field|fill|qr|enrolment)\//,
  'explain.content': /^lib\/page\/(dom\/|field\/|prompt\/sign-in-relay\.ts$)/,
};
