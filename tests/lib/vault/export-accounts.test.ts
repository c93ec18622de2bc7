import { expect, test } from 'vitest';
import { openMachine, sampleAccount, TOUCH } from './samples.ts';

test('a secret comes out only after a fresh proof', async () => {
  const { vault, ids, recoveryCode } = await openMachine(1);
  const [id = ''] = ids;
  const wrong = { ...TOUCH, prf: Buffer.alloc(32, 9).toString('base64') };
  expect(await vault.exportSecret(id, wrong)).toEqual({ kind: 'wrong' });
  const answer = await vault.exportSecret(id, { kind: 'recovery-code', recoveryCode });
  expect(answer).toEqual({ kind: 'open', account: sampleAccount(0) });
});

test('several come out after one proof, in the order asked, without those in the bin', async () => {
  const { vault, ids } = await openMachine(3);
  const [first = '', second = '', third = ''] = ids;
  await vault.bin(second);
  const wrong = { ...TOUCH, prf: Buffer.alloc(32, 9).toString('base64') };
  expect(await vault.exportAccounts(ids, wrong)).toEqual({ kind: 'wrong' });
  const answer = await vault.exportAccounts([third, second, first], TOUCH);
  expect(answer).toMatchObject({
    kind: 'open',
    accounts: [
      { id: third, secret: sampleAccount(2).secret },
      { id: first, secret: sampleAccount(0).secret },
    ],
  });
  // They are copies: whoever wipes them leaves the vault as it is.
  if (answer.kind === 'open') answer.accounts.forEach(({ secret }) => secret.fill(0));
  expect(await vault.exportSecret(first, TOUCH)).toMatchObject({
    account: { secret: sampleAccount(0).secret },
  });
});
