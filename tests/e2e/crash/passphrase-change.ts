import { rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { launch, newProfileDirectory } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, replyOf } from '../driver/nightlatch.ts';
import { accountIds } from '../vault/own-page.ts';
import { waitForWritten } from '../driver/own-state.ts';

export interface PassphraseChangeResult {
  kills: number;
  /** How often the new one was the one that opened. */
  changed: number;
  /** Rounds after which not exactly one of the two passphrases opened, or an account was gone. */
  readonly wrong: string[];
}

interface Answer {
  readonly kind: string;
}

const SECRETS = ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQGEZDGNBV'] as const;

const byPassphrase = (passphrase: string) => ({ kind: 'passphrase', passphrase }) as const;

function change(page: Page, from: string, to: string): Promise<unknown> {
  return replyOf(page, 'passphraseChange', { proof: byPassphrase(from), passphrase: to });
}

/** A vault with two accounts; the ms that a change of its passphrase takes here. */
async function prepare(page: Page, passphrase: string): Promise<number> {
  const first = 'passphrase number 0 of the lamp';
  await askAsOwnPage(page, 'createVault', byPassphrase(first));
  for (const secret of SECRETS) {
    await addAccount(page, { issuer: 'Change', label: secret, secret });
  }
  const startMs = performance.now();
  await change(page, first, passphrase);
  const changeMs = performance.now() - startMs;
  await askAsOwnPage(page, 'lock', {});
  return changeMs;
}

/** Starts a change, and comes back at a random moment of it. Two of three lie where it is written. */
async function changeUntilSomeMoment(
  page: Page,
  [from, to]: readonly [string, string],
  { round, changeMs, random }: { round: number; changeMs: number; random: () => number },
): Promise<void> {
  const written = waitForWritten(page, 'vault/head');
  // Rejects when the browser dies; ends before anything is written when it is refused.
  const ended = change(page, from, to).catch(() => undefined);
  const late = Promise.race([written, ended]).then(
    () => random() * 30,
    () => 0,
  );
  const moments = [
    () => random() * changeMs,
    () => changeMs * (0.85 + 0.3 * random()),
    () => late,
  ] as const;
  const delayMs = (await moments[round % moments.length]?.()) ?? 0;
  await new Promise((resolve) => setTimeout(resolve, delayMs));
}

/** What each of two passphrases does: `open`, `wrong`, an error's code; and accounts that are gone. */
async function tryEach(page: Page, tried: readonly string[]): Promise<readonly string[]> {
  const kinds: string[] = [];
  for (const passphrase of tried) {
    const reply = await replyOf(page, 'unlock', byPassphrase(passphrase));
    const kind = reply.ok ? (reply.value as Answer).kind : (reply.code ?? '');
    kinds.push(kind);
    const { length } = kind === 'open' ? await accountIds(page) : SECRETS;
    if (length !== SECRETS.length) kinds.push(`${length} accounts`);
    await askAsOwnPage(page, 'lock', {});
  }
  return kinds;
}

/**
 * `kills` times: starts a change of the passphrase, kill -9 at a random
 * moment of it, and tries the old and the new one in the next browser, which
 * then is the one that is killed.
 */
export async function runPassphraseChanges(
  kills: number,
  random: () => number,
  report: (result: PassphraseChangeResult) => void = () => undefined,
): Promise<PassphraseChangeResult> {
  const profileDirectory = await newProfileDirectory();
  const result: PassphraseChangeResult = { kills: 0, changed: 0, wrong: [] };
  let passphrase = 'passphrase number 0 once more';
  let driven = await launch({ profileDirectory });
  try {
    let page = await driven.openOwn('options.html');
    const changeMs = await prepare(page, passphrase);
    for (let round = 0; round < kills; round++) {
      await askAsOwnPage(page, 'unlock', byPassphrase(passphrase));
      const next = `passphrase number ${round + 1} of the lamp`;
      await changeUntilSomeMoment(page, [passphrase, next], { round, changeMs, random });
      await driven.kill();

      driven = await launch({ profileDirectory });
      page = await driven.openOwn('options.html');
      const kinds = await tryEach(page, [passphrase, next]);
      result.kills = round + 1;
      const isNew = kinds.join(' ') === 'wrong open';
      if (isNew) result.changed += 1;
      else if (kinds.join(' ') !== 'open wrong')
        result.wrong.push(`kill ${round + 1}: ${kinds.join()}`);
      report(result);
      if (kinds.at(-1) === 'open') passphrase = next;
    }
    return result;
  } finally {
    await driven.close();
    await rm(profileDirectory, { recursive: true, force: true });
  }
}
