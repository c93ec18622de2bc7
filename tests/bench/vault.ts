/** What the vault itself costs, without a browser: `node tests/bench/vault.ts`. */
import type { NewAccount } from '../../lib/otp/account.ts';
import { Vault } from '../../lib/vault/vault.ts';
import { newMachine, seededBytes, START_MS } from '../lib/vault/memory-ports.ts';

const PASSPHRASE = 'correct horse battery staple';
const ROUNDS = 15;
const ROWS = 12;

async function medianMs(work: () => Promise<unknown>, rounds = ROUNDS): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const startMs = performance.now();
    await work();
    times.push(performance.now() - startMs);
  }
  return times.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}

function accountNumber(number: number, secret: Uint8Array<ArrayBuffer>): NewAccount {
  const label = `operator-${number}@site-${number % 40}.example.com`;
  return {
    type: 'totp',
    issuer: 'TP-Link',
    label,
    secret,
    algorithm: 'SHA-1',
    digits: 6,
    periodSeconds: 30,
  };
}

const table: Record<string, Record<string, string>> = {};
for (const count of [1, 100, 1000]) {
  const machine = newMachine();
  const vault = new Vault(machine.ports);
  await vault.create({ passphrase: PASSPHRASE });
  const randomBytes = seededBytes('bench');
  await vault.addAll(
    Array.from({ length: count }, (_, number) => ({
      account: accountNumber(number, randomBytes(20)),
      status: 'confirmed' as const,
      sites: ['vms-cloud'],
    })),
  );
  const all = await vault.accounts('live');
  const ids = all.slice(0, ROWS).map(({ id }) => id);
  const [first] = ids;
  if (first === undefined) throw new Error('no account');
  const warm = await medianMs(async () => vault.codes(ids, START_MS));
  const woken = await medianMs(async () => {
    const fresh = new Vault(machine.other());
    await fresh.status();
    await fresh.accounts('live');
    await fresh.codes(ids, START_MS);
  });
  const save = await medianMs(async () => vault.change(first, { note: 'x' }));
  const audit = await medianMs(async () => vault.audit(), 3);
  const duplicate = await medianMs(async () =>
    vault.findDuplicate(accountNumber(7, randomBytes(20))),
  );
  const unlock = await medianMs(async () => {
    await vault.lock();
    await vault.unlock({ kind: 'passphrase', passphrase: PASSPHRASE });
  }, 3);
  const rotate = await medianMs(
    async () => vault.keys.reissueRecoveryCode({ kind: 'passphrase', passphrase: PASSPHRASE }),
    3,
  );
  const bytes = [...machine.disk].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  const cells = { warm, woken, save, audit, duplicate, unlock, 'new recovery code': rotate };
  table[`${count} accounts`] = Object.fromEntries([
    ...Object.entries(cells).map(([name, ms]) => [name, `${ms.toFixed(1)} ms`]),
    ['on disk', `${(bytes / 1000).toFixed(0)} kB`],
  ]);
}
console.table(table);
