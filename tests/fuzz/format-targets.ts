import { AppError } from '../../lib/errors.ts';
import type { FileAnswer } from '../../lib/formats/format.ts';
import type { NewAccount } from '../../lib/otp/account.ts';
import { readImport, readTexts } from '../../lib/formats/index.ts';
import { joinParts } from '../../lib/formats/parse/join-parts.ts';
import { exportPayload } from '../lib/formats/google.ts';
import {
  aegisDatabase,
  andotpEntries,
  bitwardenPlain,
  extensionRecords,
  otpauthText,
  raivoEntries,
  twoFasServices,
} from '../lib/formats/sample-records.ts';
import { samples } from '../lib/formats/samples.ts';
import { extensionV1 } from '../lib/formats/sealed-extension.ts';
import {
  aegisVault,
  andotpNew,
  andotpOld,
  bitwardenExport,
  enteExport,
  twoFasBackup,
} from '../lib/formats/sealing.ts';
import { zip } from '../lib/formats/zipping.ts';
import { mutatedJson, mutatedText, mutatedValue } from './hostile.ts';
import type { Random } from './random.ts';
import { hold, type Target } from './target.ts';

const PASSWORD = 'test';
const texts = Object.values(samples).map(({ text }) => text);

/** What is sealed in each, so that it can be changed before it is sealed. */
const sealings: readonly ((random: Random) => string | Uint8Array)[] = [
  (random) => aegisVault(mutatedValue(random, aegisDatabase) ?? null, PASSWORD, { n: 2 }),
  (random) => twoFasBackup(mutatedValue(random, twoFasServices) ?? null, PASSWORD),
  (random) =>
    bitwardenExport(mutatedValue(random, bitwardenPlain) ?? null, PASSWORD, {
      kdfType: 0,
      kdfIterations: 2,
    }),
  (random) => extensionV1(extensionRecords, random.pick([PASSWORD, 'other'])),
  (random) => enteExport(mutatedText(random, otpauthText), PASSWORD, 10_240),
  (random) => andotpNew(mutatedJson(random, JSON.stringify(andotpEntries)), PASSWORD, 1000),
  (random) => andotpOld(mutatedJson(random, JSON.stringify(andotpEntries)), PASSWORD),
  (random) =>
    zip([
      {
        name: 'raivo.json',
        content: mutatedJson(random, JSON.stringify(raivoEntries)),
        password: PASSWORD,
      },
    ]),
];

/** Files of bytes, whose every byte may be another; without a password nothing costs anything. */
const binaries = [
  zip([
    { name: 'a.json', content: JSON.stringify(raivoEntries) },
    { name: 'b.txt', content: otpauthText },
  ]),
  zip([{ name: 'a.json', content: JSON.stringify(raivoEntries), password: PASSWORD }]),
  andotpOld(JSON.stringify(andotpEntries), PASSWORD),
  Buffer.from(`AUTHENTICATORPRO${'x'.repeat(80)}`),
];
const lockedTexts = [
  aegisVault(aegisDatabase, PASSWORD),
  twoFasBackup(twoFasServices, PASSWORD),
  bitwardenExport(bitwardenPlain, PASSWORD, { kdfType: 0, kdfIterations: 2 }),
  enteExport(otpauthText, PASSWORD),
  extensionV1(extensionRecords, PASSWORD),
];

function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(typeof content === 'string' ? Buffer.from(content) : content);
}

function flipped(random: Random, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = bytesOf(bytes);
  for (let flips = random.below(8); flips > 0; flips--) {
    copy[random.below(copy.length)] = random.pick([0, 1, 0x7f, 0xff, random.below(256)]);
  }
  return random.below(4) === 0 ? copy.slice(0, random.below(copy.length)) : copy;
}

function checkAccount(account: NewAccount): void {
  const { secret, digits } = account;
  hold(secret.length >= 1 && secret.length <= 256, '1 to 256 bytes of secret');
  hold(digits >= 5 && digits <= 10 && Number.isInteger(digits), '5 to 10 digits');
  hold(['SHA-1', 'SHA-256', 'SHA-512'].includes(account.algorithm), 'an algorithm of ours');
  const moving = account.type === 'hotp' ? account.counter : account.periodSeconds - 1;
  hold(Number.isSafeInteger(moving) && moving >= 0, 'a counter or a period that can be');
}

function checkAnswer(answer: FileAnswer): void {
  if (answer.kind !== 'read') return;
  const joined = joinParts(answer.parts);
  for (const entry of [...answer.entries, ...joined.entries]) {
    if (entry.kind === 'account') checkAccount(entry.account);
    else hold(entry.issuer.length <= 128 && entry.label.length <= 128, 'a refusal is short');
  }
  hold(
    joined.missing.every(({ size, numbers }) => numbers.length < size && size <= 10_000),
    'something of an export was seen, and there is an end to the rest',
  );
}

async function run(content: string | Uint8Array, password?: string): Promise<void> {
  const answer = await readImport(bytesOf(content), password);
  checkAnswer(answer);
  // The fuzzer counts what was refused by the errors thrown.
  if (answer.kind === 'refused') throw new AppError('unexpected');
}

export const formatTargets: readonly Target[] = [
  {
    name: 'import of a plain file',
    share: 140_000,
    run: async (random) => run(mutatedJson(random, random.pick(texts))),
  },
  {
    name: 'import of a list of links',
    share: 60_000,
    run: async (random) => run(mutatedText(random, otpauthText)),
  },
  {
    name: 'import of the texts of QR codes',
    share: 20_000,
    run: async (random) => {
      const links = otpauthText.split('\r\n').map((link) => mutatedText(random, link));
      checkAnswer(await readTexts(links));
    },
  },
  {
    name: 'import of a password list',
    share: 30_000,
    run: async (random) => run(mutatedText(random, samples['passwordCsv']?.text ?? '')),
  },
  {
    name: 'import of a code of an export',
    share: 50_000,
    run: async (random) => {
      const accounts = [{ secret: random.bytes(20), name: 'Acme:maria', issuer: 'Acme', type: 2 }];
      const batch = { size: random.below(5), index: random.below(5), textId: 'an id' };
      const data = flipped(random, exportPayload(accounts, batch));
      const text = Buffer.from(data).toString('base64');
      await run(`otpauth-migration://offline?data=${encodeURIComponent(text)}`);
    },
  },
  {
    name: 'import of a locked file, before its password',
    share: 40_000,
    run: async (random) => run(mutatedJson(random, random.pick(lockedTexts))),
  },
  {
    name: 'import of a file of bytes',
    share: 60_000,
    run: async (random) => run(flipped(random, random.pick(binaries))),
  },
  {
    name: 'import of what was sealed rightly',
    share: 20_000,
    run: async (random) => run(random.pick(sealings)(random), PASSWORD),
  },
];
