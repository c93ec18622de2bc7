import { expect, test } from 'vitest';
import { ADDED, openMachine, sampleAccount } from './samples.ts';

test('the same secret with other parameters is another account', async () => {
  const { vault } = await openMachine(1);
  const other = sampleAccount(7, { secret: sampleAccount(0).secret, digits: 8 });
  expect(await vault.findDuplicate(other)).toEqual({ kind: 'none' });
});

test('the same secret is found under any name, the same name with any secret', async () => {
  const { vault, ids } = await openMachine(3);
  const [, second = ''] = ids;
  const sameSecret = sampleAccount(7, { secret: sampleAccount(1).secret });
  expect(await vault.findDuplicate(sameSecret)).toEqual({ kind: 'same-secret', id: second });
  const sameName = sampleAccount(1, { secret: sampleAccount(7).secret });
  expect(await vault.findDuplicate(sameName)).toEqual({ kind: 'same-name', id: second });
  expect(await vault.findDuplicate(sampleAccount(7))).toEqual({ kind: 'none' });
  await vault.bin(second);
  expect(await vault.findDuplicate(sameSecret)).toEqual({ kind: 'none' });
});

test('of one secret under two names, the one of the same name is found', async () => {
  const { vault } = await openMachine(3);
  const renamed = sampleAccount(7, { secret: sampleAccount(1).secret });
  const { id } = await vault.add(sampleAccount(7, { secret: sampleAccount(1).secret }), ADDED);
  expect(await vault.findDuplicate(renamed)).toEqual({ kind: 'same-secret', id });
});

test('many are compared at once, each as it would be alone', async () => {
  const { vault, ids } = await openMachine(3);
  const asked = [
    sampleAccount(7),
    sampleAccount(7, { secret: sampleAccount(1).secret }),
    sampleAccount(2, { secret: sampleAccount(7).secret }),
    sampleAccount(0),
  ];
  expect(await vault.findDuplicates(asked)).toEqual([
    { kind: 'none' },
    { kind: 'same-secret', id: ids[1] },
    { kind: 'same-name', id: ids[2] },
    { kind: 'same-secret', id: ids[0] },
  ]);
});
