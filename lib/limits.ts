/** Rules that are a number and that more than one room follows: each stands here once. */

/** A code with less of its life left, ms, may reach the site's server too late: the next one is waited for. */
export const CODE_LEFT_MIN_MS = 3_000;

/**
 * How long, ms, trusted input in a log-in form speaks for a code: long enough
 * for a slow page, short enough that a tab left open asks again.
 */
export const SIGN_IN_FRESH_MS = 5 * 60_000;

/** A slow server answers a code within this time, ms. */
export const SERVER_ANSWER_MS = 30_000;

/** How long, ms, a copied code stays on the clipboard. */
export const CLIPBOARD_CLEAR_MS = 30_000;

/**
 * A press sooner than this, ms, after a button came under a pointer at rest was
 * meant for what stood there before.
 */
export const ARMING_MS = 700;

/** How long, ms, a copied recovery code stays on the clipboard: pasting it somewhere safe takes longer. */
export const RECOVERY_CODE_CLEAR_MS = 60_000;

/** How long, ms, the card that has replaced an account offers to undo it. */
export const UNDO_MS = 2 * 60_000;

/**
 * Firefox does not tell that the screen was locked. It locks the vault after so
 * many minutes in which nobody has touched the computer, as most screens do.
 */
export const AWAY_MINUTES = 15;

/** On how many days with an unlocking a deleted account lies in the bin before it is deleted for good. */
export const BIN_DAYS = 30;

/** Pixels that the QR decoder takes: a screen of 6016 × 3384, with room to spare. A larger picture is scaled down. */
export const QR_PIXELS_MAX = 24_000_000;

/**
 * A whole screen of 3840 × 2160 is read within a third of this time, ms; a picture made to be slow is given up.
 * A computer that is busy or old needs more, and its user, who has asked for it, waits.
 */
export const QR_PICTURE_MS = 10_000;

/** Bytes that a picture file may have: a photo of 50 megapixels as a PNG, with room to spare. */
export const PICTURE_FILE_BYTES_MAX = 80_000_000;

/** Bytes of a picture that one message carries. */
export const MESSAGE_PICTURE_BYTES_MAX = 10_000_000;

/** As many accounts as a vault takes: twice an export of ten thousand. */
export const VAULT_ACCOUNTS_MAX = 20_000;

/** Characters that the file of a backup may have: more than the largest vault takes with long names. */
export const BACKUP_CHARACTERS_MAX = 32 * 1024 * 1024;

/** Bytes that another app's file may have. No export of thousands of accounts comes near it. */
export const IMPORT_FILE_BYTES_MAX = 10_000_000;
