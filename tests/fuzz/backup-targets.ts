import { parseBackup, backupText } from '../../lib/vault/format/backup-file.ts';
import { sealEnvelope } from '../../lib/vault/format/manifest.ts';
import { Vault } from '../../lib/vault/vault.ts';
import { deriveKeys } from '../../lib/vault/format/derived-keys.ts';
import { newMachine } from '../lib/vault/memory-ports.ts';
import { ADDED, PASSKEY, sampleAccount } from '../lib/vault/samples.ts';
import { mutatedJson, mutatedValue } from './hostile.ts';
import type { Random } from './random.ts';
import { hold, type Target } from './target.ts';

const machine = newMachine('fuzzed backup');
const vault = new Vault(machine.ports);
const { recoveryCode } = await vault.create({ passkey: PASSKEY });
for (const number of [1, 2]) await vault.add(sampleAccount(number), ADDED);
const { text } = await vault.backup.make();
const file = parseBackup(text);
const sound = new Map(machine.disk);

const { vaultId, key } = machine.session.get('vault/key') as { vaultId: string; key: string };
const keys = await deriveKeys(Uint8Array.from(Buffer.from(key, 'base64')), vaultId);

/** The accounts are all there already: whatever is shown as new comes from nowhere. */
async function preview(hostile: string): Promise<void> {
  const answer = await vault.backup.preview(hostile, { kind: 'recovery-code', recoveryCode });
  const lines = answer.kind === 'open' ? answer.lines : [];
  hold(
    lines.every(({ kind }) => kind === 'there'),
    'only what was sealed is brought back',
  );
  hold(machine.disk.size === sound.size, 'a preview writes nothing');
}

async function sealedContents(random: Random): Promise<string> {
  const records = [...file.records.keys()].map((id) => [id, 1, '']);
  const value = mutatedValue(random, { records }) ?? '';
  const { sealed } = await sealEnvelope(
    { key: keys.manifest, vaultId, use: 'backup' },
    file.madeMs,
    value,
    (length) => random.bytes(length),
  );
  return backupText({ ...file, contents: sealed });
}

export const backupTargets: readonly Target[] = [
  {
    name: 'backup file',
    share: 30_000,
    run: (random) => parseBackup(mutatedJson(random, text)),
  },
  {
    name: 'backup, opened',
    share: 10_000,
    run: (random) => preview(mutatedJson(random, text)),
  },
  {
    name: 'backup with contents rightly sealed',
    share: 5_000,
    run: async (random) => preview(await sealedContents(random)),
  },
];
