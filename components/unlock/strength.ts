/** How hard a passphrase is to guess, from 0 (at once) to 4 (not in a lifetime). */
export interface Strength {
  readonly level: 0 | 1 | 2 | 3 | 4;
}

/** Measures a passphrase; undefined where the dictionaries could not be loaded. */
export type StrengthOf = (passphrase: string) => Promise<Strength | undefined>;
