import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../lib/errors.ts';
import {
  COUNTER_MAX,
  type NewAccount,
  type OtpParameters,
  STEAM_PARAMETERS,
} from '../../../lib/otp/account.ts';
import { codeAt, countedCode } from '../../../lib/otp/code.ts';
import { parametersOf } from '../../../lib/otp/key.ts';
import { getName } from '../../../lib/otp/name.ts';
import { Vault } from '../../../lib/vault/vault.ts';
import { decryptVault } from './independent-decryptor.ts';
import { START_MS } from './memory-ports.ts';
import { openMachine, TOUCH } from './samples.ts';

/** Whether a name is kept as it stands. */
function isKept(text: string): boolean {
  try {
    return getName(text) === text;
  } catch {
    return false;
  }
}

const name = fc
  .array(fc.integer({ min: 0x20, max: 0x1ffff }), { maxLength: 40 })
  .map((points) => String.fromCodePoint(...points))
  .map((text) => text.trim())
  .filter((text) => isKept(text));

const base = {
  issuer: name,
  label: name,
  secret: fc.uint8Array({ minLength: 1, maxLength: 256 }).map((bytes) => Uint8Array.from(bytes)),
};
const hmac = {
  algorithm: fc.constantFrom('SHA-1' as const, 'SHA-256' as const, 'SHA-512' as const),
  digits: fc.integer({ min: 5, max: 10 }),
};

const newAccount: fc.Arbitrary<NewAccount> = fc.oneof(
  fc.record({
    ...base,
    ...hmac,
    type: fc.constant('totp' as const),
    periodSeconds: fc.integer({ min: 1, max: 86_400 }),
  }),
  fc.record({
    ...base,
    ...hmac,
    type: fc.constant('hotp' as const),
    counter: fc.oneof(fc.nat(), fc.constant(COUNTER_MAX)),
  }),
  fc.record(base).map((names) => ({ ...names, ...STEAM_PARAMETERS })),
);

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('add' as const), account: newAccount }) },
  fc.record({
    act: fc.constantFrom('note', 'next', 'bin', 'restore', 'delete', 'replace'),
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

function shown(account: Omit<NewAccount, 'secret'> & OtpParameters, note: string): object {
  const { issuer, label } = account;
  return { note, issuer, label, ...parametersOf(account) };
}

/** The account after its next code; as it was where it has none. */
async function takeNext(vault: Vault, id: string, kept: Kept): Promise<NewAccount> {
  const { account, place } = kept;
  if (place === 'binned' || account.type !== 'hotp' || account.counter === COUNTER_MAX) {
    await expect(vault.nextCode(id)).rejects.toThrow(AppError);
    return account;
  }
  expect(await vault.nextCode(id)).toEqual(countedCode(account, account.counter));
  return { ...account, counter: account.counter + 1 };
}

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
          } else if (one.act === 'next') {
            const next = await takeNext(vault, id, kept);
            model.set(id, { ...kept, account: next });
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
        expect(new Map(views.map((view) => [view.id, shown(view, view.note)]))).toEqual(
          new Map(expected.map(([id, { account, note }]) => [id, shown(account, note)])),
        );
      }
      const live = [...model].filter(([, kept]) => kept.place === 'live');
      const rows = await vault.codes(
        live.map(([id]) => id),
        START_MS,
      );
      expect(rows.map(({ code }) => code)).toEqual(
        live.map(([, { account }]) =>
          account.type === 'hotp' ? undefined : codeAt(account, START_MS),
        ),
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
