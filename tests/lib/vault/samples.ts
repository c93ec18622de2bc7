import type { NewAccount } from '../../../lib/otp/account.ts';
import type { NewPasskey, UnlockSecret } from '../../../lib/vault/model.ts';
import { Vault } from '../../../lib/vault/vault.ts';
import { type Machine, newMachine } from './memory-ports.ts';

export const PASSPHRASE = 'correct horse battery staple';

/** A passkey costs no Argon2id: tests that are not about passphrases open with it. */
export const PASSKEY: NewPasskey = {
  credentialId: 'a-credential',
  name: 'Blue key',
  prfSalt: Buffer.alloc(32, 1).toString('base64'),
  prf: Buffer.alloc(32, 2).toString('base64'),
};
export const TOUCH: Extract<UnlockSecret, { kind: 'passkey' }> = {
  kind: 'passkey',
  credentialId: PASSKEY.credentialId,
  prf: PASSKEY.prf,
};
export const ADDED = { status: 'confirmed', sites: ['vms-cloud'] } as const;

type TimedAccount = Exclude<NewAccount, { readonly type: 'hotp' }>;

export function sampleAccount(number = 1, overrides: Partial<TimedAccount> = {}): TimedAccount {
  return {
    issuer: 'TP-Link',
    label: `operator-${number}@example.com`,
    secret: Uint8Array.from(Buffer.from(`secret of account ${number}`)),
    type: 'totp',
    algorithm: 'SHA-1',
    digits: 6,
    periodSeconds: 30,
    ...overrides,
  };
}

/** A machine with an open vault that a passkey and a recovery code open. */
export async function openMachine(
  accounts = 0,
  seed?: string,
): Promise<{
  readonly machine: Machine;
  readonly vault: Vault;
  readonly recoveryCode: string;
  readonly ids: readonly string[];
}> {
  const machine = newMachine(seed);
  const vault = new Vault(machine.ports);
  const { recoveryCode } = await vault.create({ passkey: PASSKEY });
  const additions = Array.from({ length: accounts }, (_, number) => ({
    ...ADDED,
    account: sampleAccount(number),
  }));
  const added = accounts > 0 ? await vault.addAll(additions) : [];
  return { machine, vault, recoveryCode, ids: added.map(({ id }) => id) };
}

/** The same disk in a browser that was started anew: nothing in the session. */
export function restarted(machine: Machine): Vault {
  machine.session.clear();
  return new Vault(machine.ports);
}
