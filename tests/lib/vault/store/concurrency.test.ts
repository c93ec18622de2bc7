import { describe, expect, test } from 'vitest';
import { Vault } from '../../../../lib/vault/vault.ts';
import { START_MS } from '../memory-ports.ts';
import { ADDED, openMachine, restarted, sampleAccount, TOUCH } from '../samples.ts';

describe('several at once', () => {
  test('two that add 50 each make 100', async () => {
    const { machine, vault } = await openMachine();
    const other = new Vault(machine.other());
    await Promise.all(
      Array.from({ length: 50 }, async (_, number) => [
        await vault.add(sampleAccount(number), ADDED),
        await other.add(sampleAccount(100 + number), ADDED),
      ]),
    );
    const again = restarted(machine);
    await again.unlock(TOUCH);
    expect(await again.accounts('live')).toHaveLength(100);
    expect(await again.audit()).toEqual([]);
    expect(machine.mark?.generation).toBe(101);
  });

  test('two that change one account keep both changes', async () => {
    const { machine, vault, ids } = await openMachine(1);
    const [id = ''] = ids;
    const other = new Vault(machine.other());
    await other.accounts('live');
    await Promise.all([
      vault.change(id, { note: 'by one' }),
      other.change(id, { tags: ['by the other'] }),
    ]);
    const again = restarted(machine);
    await again.unlock(TOUCH);
    expect(await again.account(id)).toMatchObject({ note: 'by one', tags: ['by the other'] });
  });

  test('a reader beside a writer never takes what is being written for damage', async () => {
    const { machine, vault, ids } = await openMachine(5);
    const reader = new Vault(machine.other());
    const writing = (async () => {
      for (let round = 0; round < 20; round++) {
        await vault.change(ids[round % 5] ?? '', { note: `round ${round}` });
        if (round === 10) await vault.keys.reissueRecoveryCode(TOUCH);
      }
    })();
    for (let round = 0; round < 40; round++) {
      expect(await vault.codes(ids, START_MS)).toHaveLength(5);
      const fresh = new Vault(machine.other());
      const rows = await Promise.all([
        fresh.codes(ids, START_MS).catch(() => 'locked'),
        reader.codes(ids, START_MS).catch(() => 'locked'),
      ]);
      for (const row of rows) expect(['locked', 5]).toContain(row === 'locked' ? row : row.length);
      await new Promise(setImmediate);
    }
    await writing;
    expect((await vault.status()).quarantined).toEqual([]);
    expect(await vault.audit()).toEqual([]);
  });
});
