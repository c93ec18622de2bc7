import { onTestFinished, vi } from 'vitest';

/** Until the end of the test every other decryption takes a turn longer: what is asked first ends last. */
export function decryptOutOfTurn(): void {
  const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
  let calls = 0;
  const spy = vi.spyOn(crypto.subtle, 'decrypt').mockImplementation(async (...call) => {
    calls += 1;
    if (calls % 2 === 1) await new Promise(setImmediate);
    return decrypt(...call);
  });
  onTestFinished(() => spy.mockRestore());
}
