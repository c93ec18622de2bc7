/**
 * npm run bench:imports -- FOLDER [--only ID]
 * Scores the importers over the samples of a folder with a manifest (dev.json
 * or held.json). They are given the bytes alone, and the password when they
 * ask. Prints a line a file, then how often each fault occurred.
 */
import { parseArgs } from 'node:util';
import { PNG } from 'pngjs';
import type { FileAnswer } from '../../../lib/formats/format.ts';
import { readImport, readTexts } from '../../../lib/formats/index.ts';
import { joinParts } from '../../../lib/formats/parse/join-parts.ts';
import { decodeRgba } from '../../../lib/qr/decode.ts';
import { readSamples, type Sample } from './manifest.ts';
import { FAULTS, faultsOf, type FoundFault, type Outcome } from './score.ts';

const HANG_MS = 120_000;

type Bytes = Uint8Array<ArrayBuffer>;

/** The texts of a picture's QR codes. */
function textsOfPicture(bytes: Bytes): readonly string[] {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  const found = decodeRgba({ width, height, data: new Uint8ClampedArray(data) });
  return found.map(({ text }) => text);
}

async function read(bytes: Bytes, password?: string): Promise<FileAnswer> {
  const answer = await readImport(bytes, password);
  return answer.kind === 'picture' ? readTexts(textsOfPicture(bytes)) : answer;
}

function outcomeOf(answer: FileAnswer): Outcome {
  const nothing = { accounts: [], refused: [], missingCodes: 0 };
  if (answer.kind === 'refused') return { ...nothing, refusedFor: answer.reason };
  if (answer.kind !== 'read') return { ...nothing, isLocked: true };
  const joined = joinParts(answer.parts);
  const entries = [...answer.entries, ...joined.entries];
  return {
    accounts: entries.flatMap((entry) => (entry.kind === 'account' ? [entry.account] : [])),
    refused: entries.flatMap((entry) => (entry.kind === 'refused' ? [entry] : [])),
    missingCodes: joined.missing.reduce((sum, { numbers }) => sum + numbers.length, 0),
  };
}

async function judge(
  { password, wrongPassword, ...sample }: Sample,
  bytes: Bytes,
): Promise<readonly FoundFault[]> {
  const faults: FoundFault[] = [];
  let answer = await read(bytes);
  if (answer.kind === 'needs-password') {
    if (wrongPassword !== undefined) {
      const { kind } = await read(bytes, wrongPassword);
      if (kind !== 'wrong-password') {
        faults.push({ fault: 'password', detail: `the wrong one gave ${kind}` });
      }
    }
    if (password !== undefined) answer = await read(bytes, password);
  }
  const isLocked = answer.kind === 'needs-password' || answer.kind === 'wrong-password';
  if (isLocked && sample.tier === 'core') {
    faults.push({ fault: 'password', detail: `with the right one: ${answer.kind}` });
  }
  return [...faults, ...faultsOf(sample, outcomeOf(answer))];
}

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Usage: npm run bench:imports -- FOLDER [--only ID]');
const counts = new Map<string, number>();
const right = new Map<string, number>();
const samples = readSamples(folder).filter(
  ({ sample }) => (values.only ?? sample.id) === sample.id,
);
for (const { sample, bytes } of samples) {
  const startMs = performance.now();
  let faults: readonly FoundFault[];
  try {
    faults = await judge(sample, new Uint8Array(bytes));
  } catch (thrown) {
    faults = [
      { fault: 'crash or hang', detail: thrown instanceof Error ? String(thrown.stack) : '' },
    ];
  }
  const tookMs = performance.now() - startMs;
  if (tookMs > HANG_MS) faults = [...faults, { fault: 'crash or hang', detail: 'took too long' }];
  const kind = `${sample.tier}${sample.odd === true ? ', odd' : ''}`;
  const word =
    faults.length === 0
      ? 'right'
      : faults.map(({ fault, detail }) => `${fault} (${detail})`).join('; ');
  process.stdout.write(
    `${sample.id.padEnd(16)}${kind.padEnd(12)}${tookMs.toFixed(0).padStart(7)} ms  ${word}\n`,
  );
  for (const { fault } of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  right.set(kind, (right.get(kind) ?? 0) + (faults.length === 0 ? 1 : 0));
}
process.stdout.write('\n');
for (const fault of FAULTS) process.stdout.write(`${fault}: ${counts.get(fault) ?? 0}\n`);
for (const [kind, count] of right) {
  const all = samples.filter(
    ({ sample }) => `${sample.tier}${sample.odd === true ? ', odd' : ''}` === kind,
  );
  process.stdout.write(`${kind}: ${count} of ${all.length} right\n`);
}
