/**
 * `npm run crash -- 500`: as many kill -9 in a save loop, and 20 in a change of
 * the passphrase. `npm run crash -- flips 200`: as many flipped bits, one at a
 * time. `npm run crash -- taken-back 10`: as many ways in taken back, and the
 * profile read by a thief's program. `npm run crash -- tricks 30`: as many tries
 * of each trick by which a page may hide the card. `npm run crash --
 * double-click 12`: as many double clicks on a window over it. `npm run crash --
 * firefox-kills 500`: as many kill -9 in a save loop in Firefox.
 * `npm run crash -- firefox-taken-back 10`: as many ways in taken back there. Builds first;
 * exits with 1 when anything was torn, lost, locked out or given away.
 */
import { changePassphrase, stopKeepingUnlocked } from '../at-rest/taken-back.ts';
import { buildExtension } from '../driver/build.ts';
import { launchFirefox } from '../driver/firefox/launch.ts';
import { takeBackInFirefox } from '../../firefox/taken-back.ts';
import { runFlips } from './flips.ts';
import { runPassphraseChanges } from './passphrase-change.ts';
import { runSaveLoop, type SaveLoopResult } from './save-loop.ts';
import { runDoubleClicks, runTricks } from './tricks.ts';

const USAGE =
  'Usage: npm run crash -- KILLS [PASSPHRASE CHANGES] | flips COUNT | taken-back COUNT | ' +
  'tricks TRIES | double-click COUNT | firefox-kills KILLS | firefox-taken-back COUNT';

function countOf(argument: string | undefined, otherwise: number): number {
  const count = Number(argument ?? otherwise);
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(USAGE);
  return count;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Each gives a sentence, and what went wrong. */
interface Outcome {
  readonly sentence: string;
  readonly wrong: readonly string[];
}

async function kill(kills: number, changes: number): Promise<Outcome> {
  const saved = await runSaveLoop(kills, Math.random, (result) => {
    if (result.kills % 10 === 0) say(JSON.stringify(result));
  });
  const changed = await runPassphraseChanges(changes, Math.random, (result) =>
    say(JSON.stringify(result)),
  );
  return {
    sentence:
      `${saved.kills} kills while saving, ${saved.acknowledged} saves acknowledged: ` +
      `${saved.torn.length} torn, ${saved.lost.length} lost. ` +
      `${changed.kills} kills while changing the passphrase (${changed.changed} changed): ` +
      `${changed.wrong.length} wrong.`,
    wrong: [...saved.torn, ...saved.lost, ...changed.wrong],
  };
}

async function killFirefox(kills: number): Promise<Outcome> {
  process.env['NIGHTLATCH_FIREFOX_EXTENSION'] ??= buildExtension('firefox');
  const report = (result: SaveLoopResult): void => {
    if (result.kills % 10 === 0) say(JSON.stringify(result));
  };
  const { acknowledged, torn, lost, ...saved } = await runSaveLoop(
    kills,
    Math.random,
    report,
    (profileDirectory) => launchFirefox({ profileDirectory }),
  );
  return {
    sentence:
      `${saved.kills} kills of Firefox while saving, ${acknowledged} saves acknowledged: ` +
      `${torn.length} torn, ${lost.length} lost.`,
    wrong: [...torn, ...lost],
  };
}

async function flip(count: number): Promise<Outcome> {
  const { flips, opened, repaired, unreadable, wrong } = await runFlips(
    count,
    Math.random,
    (result, where) => say(`${result.flips} ${where} ${result.wrong.at(-1) ?? ''}`),
  );
  return {
    sentence:
      `${flips} flips: ${opened} opened by the passphrase (${unreadable} codes unreadable), ` +
      `${repaired} repaired, ${wrong.length} locked out.`,
    wrong,
  };
}

async function takeBack(count: number): Promise<Outcome> {
  const wrong: string[] = [];
  for (let run = 1; run <= count; run++) {
    for (const act of [stopKeepingUnlocked, changePassphrase]) {
      const { before, after } = await act();
      const line = `${run} ${act.name}: ${JSON.stringify({ before, after })}`;
      if (before.items === 0 || after.heads + after.items > 0) wrong.push(line);
      say(line);
    }
  }
  return { sentence: `${count} of each taken back: ${wrong.length} gave something away.`, wrong };
}

async function takeBackFirefox(count: number): Promise<Outcome> {
  process.env['NIGHTLATCH_FIREFOX_EXTENSION'] ??= buildExtension('firefox');
  const wrong: string[] = [];
  for (let run = 1; run <= count; run++) {
    const { before, after } = await takeBackInFirefox();
    const line = `${run}: ${JSON.stringify({ before, after })}`;
    if (before.heads === 0 || after.heads + after.keys > 0) wrong.push(line);
    say(line);
  }
  return { sentence: `${count} of each taken back: ${wrong.length} left something.`, wrong };
}

async function trick(tries: number): Promise<Outcome> {
  const { presses, refused, pictures, wrong } = await runTricks(tries, (result, name) =>
    say(
      `${result.presses} presses, ${result.pictures} pictures, ${result.wrong.length} wrong: ${name}`,
    ),
  );
  return {
    sentence:
      `${presses} presses on a covered card (${refused} refused with a word), ` +
      `${pictures} pictures of one that shows: ${wrong.length} wrong.`,
    wrong,
  };
}

async function doubleClick(count: number): Promise<Outcome> {
  const { clicks, slow, wrong } = await runDoubleClicks(count, (result) =>
    say(JSON.stringify(result)),
  );
  return {
    sentence: `${clicks} double clicks (and ${slow} that were too slow): ${wrong.length} saved.`,
    wrong,
  };
}

const [what, argument] = process.argv.slice(2);
process.env['NIGHTLATCH_EXTENSION'] ??= buildExtension();
const startMs = performance.now();
const RUNS: Readonly<Record<string, () => Promise<Outcome>>> = {
  flips: () => flip(countOf(argument, 200)),
  'firefox-kills': () => killFirefox(countOf(argument, 500)),
  'firefox-taken-back': () => takeBackFirefox(countOf(argument, 10)),
  'taken-back': () => takeBack(countOf(argument, 10)),
  tricks: () => trick(countOf(argument, 30)),
  'double-click': () => doubleClick(countOf(argument, 12)),
};
const run = Object.hasOwn(RUNS, what ?? '') ? RUNS[what ?? ''] : undefined;
const outcome = await (run ?? (() => kill(countOf(what, 500), countOf(argument, 20))))();
const minutes = ((performance.now() - startMs) / 60_000).toFixed(1);
say(`${outcome.sentence} ${minutes} minutes.`);
for (const line of outcome.wrong) say(line);
process.exitCode = outcome.wrong.length === 0 ? 0 : 1;
