import { rm } from 'node:fs/promises';
import { launch, newProfileDirectory } from '../driver/launch.ts';
import { addAccount, askAsOwnPage } from '../driver/nightlatch.ts';
import { accountIds, replyOf } from '../vault/own-page.ts';

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

/**
 * `kills` times: starts a change of the passphrase, kill -9 at a random
 * moment of it, and tries the old and the new one. Two of three moments lie
 * where the change is written, after the seconds in which keys are derived.
 */
export async function runPassphraseChanges(
  kills: number,
  random: () => number,
  report: (result: PassphraseChangeResult) => void = () => undefined,
): Promise<PassphraseChangeResult> {
  const profileDirectory = await newProfileDirectory();
  let passphrase = 'passphrase number 0 of the lamp';
  const result: PassphraseChangeResult = { kills: 0, changed: 0, wrong: [] };
  let changeMs = 0;
  try {
    for (let round = 0; round <= kills; round++) {
      const driven = await launch({ profileDirectory });
      try {
        const page = await driven.openOwn('options.html');
        const change = (next: string): Promise<unknown> =>
          replyOf(page, 'passphraseChange', {
            proof: { kind: 'passphrase', passphrase },
            passphrase: next,
          });
        if (round === 0) {
          await askAsOwnPage(page, 'createVault', { kind: 'passphrase', passphrase });
          for (const secret of ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQGEZDGNBV']) {
            await addAccount(page, { issuer: 'Change', label: secret, secret });
          }
          const startMs = performance.now();
          await change('passphrase number 0 once more');
          changeMs = performance.now() - startMs;
          passphrase = 'passphrase number 0 once more';
          await askAsOwnPage(page, 'lock', {});
          await askAsOwnPage(page, 'unlock', { kind: 'passphrase', passphrase });
        }
        if (round === kills) break;
        if (round > 0) await askAsOwnPage(page, 'unlock', { kind: 'passphrase', passphrase });
        const next = `passphrase number ${round + 1} of the lamp`;
        const written = page.evaluate(
          () =>
            new Promise<void>((resolve) => {
              chrome.storage.local.onChanged.addListener((items) => {
                if ('vault/head' in items) resolve();
              });
            }),
        );
        // Rejects when the browser dies; ends before anything is written when it is refused.
        const ended = change(next).catch(() => undefined);
        const late = Promise.race([written, ended]).then(
          () => random() * 30,
          () => 0,
        );
        const moments = [
          () => random() * changeMs,
          () => changeMs * (0.85 + 0.3 * random()),
          () => late,
        ];
        const delayMs = (await moments[round % moments.length]?.()) ?? 0;
        await new Promise((resolve) => setTimeout(resolve, delayMs));
        await driven.kill();

        const after = await launch({ profileDirectory });
        try {
          const look = await after.openOwn('options.html');
          const kinds: string[] = [];
          for (const tried of [passphrase, next]) {
            const reply = await replyOf(look, 'unlock', { kind: 'passphrase', passphrase: tried });
            const kind = reply.ok ? (reply.value as Answer).kind : (reply.code ?? '');
            kinds.push(kind);
            const { length } = kind === 'open' ? await accountIds(look) : { length: 2 };
            if (length !== 2) kinds.push(`${length} accounts`);
            await askAsOwnPage(look, 'lock', {});
          }
          const [old = '', fresh = ''] = kinds;
          const exactlyOne =
            [old, fresh].toSorted().join(' ') === 'open wrong' && kinds.length === 2;
          result.kills = round + 1;
          if (fresh === 'open') result.changed += 1;
          if (!exactlyOne) result.wrong.push(`kill ${round + 1}: ${kinds.join()}`);
          report(result);
          if (fresh === 'open') passphrase = next;
          await after.kill();
        } finally {
          await after.close();
        }
      } finally {
        await driven.close();
      }
    }
    return result;
  } finally {
    await rm(profileDirectory, { recursive: true, force: true });
  }
}
