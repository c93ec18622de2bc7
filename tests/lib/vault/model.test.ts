import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewAccount } from '../../../lib/otp/account.ts';
import { codeAt } from '../../../lib/otp/code.ts';
import { Vault } from '../../../lib/vault/vault.ts';
import { decryptVault } from './independent-decryptor.ts';
import { START_MS } from './memory-ports.ts';
import { openMachine, TOUCH } from './samples.ts';

const name = fc
  .array(fc.integer({ min: 0x20, max: 0x1ffff }), { maxLength: 40 })
  .map((points) => String.fromCodePoint(...points))
  .filter((text) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Co}]/u.test(text))
  .map((text) => text.trim());

const newAccount: fc.Arbitrary<NewAccount> = fc.record({
  issuer: name,
  label: name,
  secret: fc.uint8Array({ minLength: 10, maxLength: 64 }).map((bytes) => Uint8Array.from(bytes)),
  algorithm: fc.constantFrom('SHA-1', 'SHA-256', 'SHA-512'),
  digits: fc.integer({ min: 6, max: 8 }),
  periodSeconds: fc.integer({ min: 15, max: 120 }),
});

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('add' as const), account: newAccount }) },
  fc.record({
    act: fc.constantFrom('note', 'bin', 'restore', 'delete', 'replace'),
    at: fc.nat(),
    account: newAccount,
    note: fc
      .string({ unit: 'grapheme-ascii', maxLength: 300 })
      .map((text) => text.replaceAll(/\p{Cc}/gu, '')),
  }),
  fc.record({ act: fc.constantFrom('restart', 'wake', 'rotate') }),
);

interface Kept {
  readonly account: NewAccount;
  readonly note: string;
  readonly place: 'live' | 'binned';
}

const ADDED = { status: 'confirmed', sites: [] } as const;

test('whatever is done to it, the vault holds what a plain map would hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { machine, vault: first } = await openMachine();
      let vault = first;
      const model = new Map<string, Kept>();
      const pick = (at: number): [string, Kept] | undefined =>
        [...model][at % Math.max(model.size, 1)];
      for (const one of steps) {
        if ('note' in one) {
          const [id, kept] = pick(one.at) ?? [];
          if (id === undefined || !kept) continue;
          if (one.act === 'note') {
            await vault.change(id, { note: one.note });
            model.set(id, { ...kept, note: one.note });
          } else if (one.act === 'bin') {
            await vault.bin(id);
            model.set(id, { ...kept, place: 'binned' });
          } else if (one.act === 'restore') {
            await vault.restore(id);
            model.set(id, { ...kept, place: 'live' });
          } else if (one.act === 'delete') {
            await vault.delete(id);
            model.delete(id);
          } else {
            const added = await vault.add(one.account, { ...ADDED, replaces: id });
            model.set(id, { ...kept, place: 'binned' });
            model.set(added.id, { account: one.account, note: '', place: 'live' });
          }
        } else if ('account' in one) {
          const { id } = await vault.add(one.account, ADDED);
          model.set(id, { account: one.account, note: '', place: 'live' });
        } else if (one.act === 'restart') {
          machine.session.clear();
          vault = new Vault(machine.other());
          await vault.unlock(TOUCH);
        } else if (one.act === 'wake') {
          vault = new Vault(machine.other());
        } else {
          await vault.keys.reissueRecoveryCode(TOUCH);
        }
      }
      for (const place of ['live', 'binned'] as const) {
        const expected = [...model].filter(([, kept]) => kept.place === place);
        const views = await vault.accounts(place);
        expect(
          new Map(views.map(({ id, note, issuer, label }) => [id, { note, issuer, label }])),
        ).toEqual(
          new Map(
            expected.map(
              ([
                id,
                {
                  note,
                  account: { issuer, label },
                },
              ]) => [id, { note, issuer, label }],
            ),
          ),
        );
      }
      const live = [...model].filter(([, kept]) => kept.place === 'live');
      const rows = await vault.codes(
        live.map(([id]) => id),
        START_MS,
      );
      expect(rows.map(({ code }) => code)).toEqual(
        live.map(([, { account }]) => codeAt(account, START_MS)),
      );
      const decrypted = decryptVault(Object.fromEntries(machine.disk), { prf: TOUCH.prf });
      expect(
        new Map([...decrypted].map(([id, { secret }]) => [id, secret.toString('hex')])),
      ).toEqual(
        new Map(
          [...model].map(([id, { account }]) => [id, Buffer.from(account.secret).toString('hex')]),
        ),
      );
    }),
    { numRuns: 60 },
  );
});
