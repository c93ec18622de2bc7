import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { launch, newProfileDirectory } from '../driver/launch.ts';
import { addAccount, askAsOwnPage, PASSPHRASE, replyOf } from '../driver/nightlatch.ts';
import {
  accountIds,
  readAll,
  stateOf,
  type Stored,
  writeAll,
  writeHeadFile,
} from '../vault/own-page.ts';
import { waitForWritten } from '../driver/own-state.ts';

export interface RestoreResult {
  kills: number;
  /** How often the new vault was there. */
  restored: number;
  /** Rounds after which there was neither the whole old state nor the whole new one. */
  readonly wrong: string[];
}

const ACCOUNTS = 40;
const DAMAGED = { 'vault/head': '{', 'vault/head-copy': '' };

/**
 * `kills` times: starts to restore a backup in the place of a damaged vault,
 * kill -9 at a random moment around the write, and looks at what is there.
 */
export async function runRestores(kills: number, random: () => number): Promise<RestoreResult> {
  const profileDirectory = await newProfileDirectory();
  const result: RestoreResult = { kills: 0, restored: 0, wrong: [] };
  const next = { kind: 'passphrase', passphrase: 'another four words entirely' };
  let text = '';
  let recoveryCode = '';
  let before: Stored = { local: {}, mark: undefined };
  try {
    for (let round = 0; round < kills; round++) {
      const driven = await launch({ profileDirectory });
      try {
        const page = await driven.openOwn('options.html');
        if (round === 0) {
          const first = { kind: 'passphrase', passphrase: PASSPHRASE };
          ({ recoveryCode } = (await askAsOwnPage(page, 'createVault', first)) as {
            recoveryCode: string;
          });
          for (let number = 0; number < ACCOUNTS; number++) {
            const secret = encodeBase32(createHash('sha1').update(`account ${number}`).digest());
            await addAccount(page, { issuer: 'Restore', label: `number ${number}`, secret });
          }
          ({ text } = (await askAsOwnPage(page, 'backupMake', {})) as { text: string });
          const sound = await readAll(page);
          before = { ...sound, local: { ...sound.local, ...DAMAGED } };
        }
        await askAsOwnPage(page, 'lock', {});
        // What it has begun after making the vault must not write over what is damaged here.
        await driven.killWorker();
        await writeAll(page, before);
        await writeHeadFile(page, DAMAGED['vault/head']);
        await driven.killWorker();
        const written = waitForWritten(page, 'vault/head').catch(() => undefined);
        const proof = { kind: 'recovery-code', recoveryCode };
        const ended = replyOf(page, 'backupRestore', { text, proof, first: next }).catch(
          () => undefined,
        );
        // Odd rounds die in the seconds before the write, even ones at it and right after.
        const delayMs =
          round % 2 === 1
            ? random() * 1200
            : await Promise.race([written, ended]).then(() => random() * 30);
        await new Promise((resolve) => setTimeout(resolve, delayMs));
        await driven.kill();
      } finally {
        await driven.close();
      }

      const after = await launch({ profileDirectory });
      try {
        const page = await after.openOwn('options.html');
        const state = await stateOf(page);
        if (state === 'damaged') {
          const { local } = await readAll(page);
          const lost = Object.keys(before.local).filter((key) => local[key] !== before.local[key]);
          if (lost.length > 0) result.wrong.push(`kill ${round + 1}: ${lost.join()} changed`);
        } else {
          result.restored += 1;
          const { ok, code } = await replyOf(page, 'unlock', next);
          const now = ok ? await stateOf(page) : code;
          // The list is of the index; a code needs the record itself.
          const ids = now === 'open' ? await accountIds(page) : [];
          const codes = ids.length === 0 ? [] : await askAsOwnPage(page, 'codes', { ids });
          const { length } = codes as readonly unknown[];
          if (length !== ACCOUNTS) {
            result.wrong.push(`kill ${round + 1}: ${state}, ${now ?? ''}, ${length} accounts`);
          }
        }
        result.kills = round + 1;
      } finally {
        await after.close();
      }
    }
    return result;
  } finally {
    await rm(profileDirectory, { recursive: true, force: true });
  }
}
