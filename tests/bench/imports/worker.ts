/** Judges one sample at a time, for a main thread that ends it when it hangs. */
import { parentPort } from 'node:worker_threads';
import { PNG } from 'pngjs';
import type { FileAnswer } from '../../../lib/formats/format.ts';
import { readImport, readTexts } from '../../../lib/formats/index.ts';
import { joinParts } from '../../../lib/formats/parse/join-parts.ts';
import { decodeRgba } from '../../../lib/qr/decode.ts';
import type { Sample } from './manifest.ts';
import { faultsOf, type FoundFault, type Outcome } from './score.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface Order {
  readonly sample: Sample;
  readonly bytes: Bytes;
}

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

async function answerOf({ sample, bytes }: Order): Promise<readonly FoundFault[]> {
  try {
    return await judge(sample, bytes);
  } catch (thrown) {
    const detail = thrown instanceof Error ? String(thrown.stack) : '';
    return [{ fault: 'crash or hang', detail }];
  }
}

parentPort?.on('message', (order: Order) => {
  void answerOf(order).then((faults) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage(faults);
  });
});
