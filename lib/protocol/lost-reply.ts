import { AppError, errorCodeOf } from '../errors.ts';
import { ask } from './client.ts';

/**
 * Runs a change of which the user must know whether it was made. The browser may
 * end the background in the middle of an answer: then nobody knows, and the vault
 * is looked at. `findMade` gives the answer if the change is there, or throws
 * what the user is to be told; undefined: it was not made.
 */
export async function withKnownOutcome<Answer>(
  change: () => Promise<Answer>,
  findMade: () => Promise<Answer | undefined>,
): Promise<Answer> {
  try {
    return await change();
  } catch (thrown) {
    if (errorCodeOf(thrown) !== 'unexpected') throw thrown;
    const made = await findMade();
    if (made === undefined) throw thrown;
    return made;
  }
}

/** Makes a vault where there is none to use. Throws 'recovery-code-unseen' where it is there, and only its answer was lost. */
export async function makeVault<Made>(make: () => Promise<Made>): Promise<Made> {
  return withKnownOutcome(make, async () => {
    const { state } = await ask('vaultState', {});
    if (state === 'open' || state === 'locked') throw new AppError('recovery-code-unseen');
    return undefined;
  });
}
