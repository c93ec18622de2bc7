/**
 * `npm run crash -- 500`: as many kill -9 in a save loop, and 20 in a change
 * of the passphrase. Builds first; exits with 1 when anything was torn or lost.
 */
import { buildExtension } from '../driver/build.ts';
import { runPassphraseChanges } from './passphrase-change.ts';
import { runSaveLoop } from './save-loop.ts';

const kills = Number(process.argv[2] ?? 500);
const changes = Number(process.argv[3] ?? 20);
if (!Number.isSafeInteger(kills) || !Number.isSafeInteger(changes)) {
  throw new Error('Usage: npm run crash -- KILLS [PASSPHRASE CHANGES]');
}
process.env['NIGHTLATCH_EXTENSION'] ??= buildExtension();
const startMs = performance.now();
const saved = await runSaveLoop(kills, Math.random, (result) => {
  if (result.kills % 10 === 0) process.stdout.write(`${JSON.stringify(result)}\n`);
});
const changed = await runPassphraseChanges(changes, Math.random, (result) => {
  process.stdout.write(`${JSON.stringify(result)}\n`);
});
const minutes = ((performance.now() - startMs) / 60_000).toFixed(1);
process.stdout.write(
  `${saved.kills} kills while saving, ${saved.acknowledged} saves acknowledged: ` +
    `${saved.torn.length} torn, ${saved.lost.length} lost. ` +
    `${changed.kills} kills while changing the passphrase (${changed.changed} changed): ` +
    `${changed.wrong.length} wrong. ${minutes} minutes.\n`,
);
for (const line of [...saved.torn, ...saved.lost, ...changed.wrong])
  process.stdout.write(`${line}\n`);
process.exitCode = saved.torn.length + saved.lost.length + changed.wrong.length === 0 ? 0 : 1;
