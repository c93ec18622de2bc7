import { AppError } from '../errors.ts';

/** How hard a passphrase is to guess: 0 means at once, 4 means not in a lifetime. */
export type StrengthLevel = 0 | 1 | 2 | 3 | 4;

export interface Strength {
  readonly level: StrengthLevel;
}

/** A new passphrase below this is refused. */
const LEAST_LEVEL: StrengthLevel = 2;

/**
 * The decimal logarithms of the numbers of guesses at which levels 1 to 4
 * begin. Argon2id with 64 MiB and 3 passes lets a rig of ten good graphics
 * cards try about 10^4 passphrases a second: 10^8 guesses then take some hours,
 * 10^10 two weeks, 10^13 thirty years.
 */
const LEVEL_BEGINS = [6, 8, 10, 13] as const;

export function levelOf(guessesLog10: number): StrengthLevel {
  const reached = LEVEL_BEGINS.filter((begin) => guessesLog10 >= begin).length;
  return reached === 0 || reached === 1 || reached === 2 || reached === 3 ? reached : 4;
}

/**
 * Measures real guessability (dictionaries, names, keyboard runs, dates, leet)
 * with zxcvbn-ts. Its word lists are loaded with the first call only: no other
 * page needs them.
 */
export async function strengthOf(passphrase: string): Promise<Strength> {
  const { guessesLog10 } = await import('./guesses.ts');
  return { level: levelOf(guessesLog10(passphrase)) };
}

/**
 * Checks a passphrase before anything is made with it. Throws
 * 'passphrase-too-weak' below `least`, which an administrator may raise.
 */
export async function checkStrength(
  passphrase: string,
  least: StrengthLevel = LEAST_LEVEL,
): Promise<void> {
  if ((await strengthOf(passphrase)).level < least) throw new AppError('passphrase-too-weak');
}
