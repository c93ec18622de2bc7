/** The requests of the settings that change how the vault is unlocked, and the QR code of one account. */
import { expect, test } from 'vitest';
import { keyRequests } from '../../entrypoints/background/key-requests.ts';
import type { Account } from '../../lib/otp/account.ts';
import type { UnlockAnswer } from '../../lib/protocol/vault-views.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { accountOfSite } from './fake-core.ts';

const PROOF = { kind: 'passphrase', passphrase: 'the present one' } as const;

function handlersOf(answer: UnlockAnswer, noteUse: () => Promise<void>) {
  const answerLater = async (): Promise<unknown> => answer;
  const vault = {
    keys: {
      changePassphrase: answerLater,
      addPasskey: answerLater,
      reissueRecoveryCode: async () => ({ ...answer, recoveryCode: 'THE-NEW-ONE' }),
      removePasskey: async () => undefined,
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what these requests use
  return keyRequests(vault as unknown as Vault, { noteUse });
}

test('moves the deadline of the lock with every change of a way in', async () => {
  let uses = 0;
  const handlers = handlersOf({ kind: 'open' }, async () => void uses++);
  await handlers.passphraseChange({ proof: PROOF, passphrase: 'another one' });
  await handlers.recoveryReissue({ proof: PROOF });
  await handlers.passkeyRemove({ credentialId: 'one' });
  expect(uses).toBe(3);
});

test('moves it for nobody who gives a wrong secret', async () => {
  let uses = 0;
  const handlers = handlersOf({ kind: 'wrong' }, async () => void uses++);
  await handlers.passphraseChange({ proof: PROOF, passphrase: 'another one' });
  await handlers.recoveryReissue({ proof: PROOF });
  expect(uses).toBe(0);
});

test('gives the new recovery code, though the deadline cannot be moved', async () => {
  const handlers = handlersOf({ kind: 'open' }, async () => {
    throw new Error('locked');
  });
  expect(await handlers.recoveryReissue({ proof: PROOF })).toMatchObject({
    recoveryCode: 'THE-NEW-ONE',
  });
});

test('says that no QR code can hold the account, and leaves no secret in memory', async () => {
  const account: Account = {
    ...accountOfSite('one'),
    issuer: '漢'.repeat(128),
    label: '漢'.repeat(128),
    secret: new Uint8Array(20).fill(7),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what the request uses
  const vault = { exportSecret: async () => ({ kind: 'open', account }) } as unknown as Vault;
  const { showQr } = keyRequests(vault, { noteUse: async () => undefined });
  await expect(showQr({ id: 'one', proof: PROOF })).rejects.toThrow('qr-too-much');
  expect(account.secret).toEqual(new Uint8Array(20));
});
