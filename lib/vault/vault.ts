import { AppError } from '../errors.ts';
import type {
  AccountChange,
  AccountStatus,
  AccountView,
  Code,
  NewAccount,
} from '../otp/account.ts';
import type { VaultPorts } from './ports.ts';
import type {
  AccountRow,
  Duplicate,
  FirstKey,
  NewPasskey,
  PasskeyView,
  UnlockAnswer,
  UnlockSecret,
  VaultStatus,
} from './state.ts';

function later(): never {
  throw new AppError('unexpected');
}

/** All accounts, encrypted; see SECURITY.md for the format. Not implemented yet: the shape only. */
export class Vault {
  /** The ways in: passphrase, recovery code, passkeys, this computer. */
  readonly keys: VaultKeys;
  readonly repair: VaultRepair;
  readonly #ports: VaultPorts;

  constructor(ports: VaultPorts) {
    this.#ports = ports;
    this.keys = new VaultKeys();
    this.repair = new VaultRepair();
  }

  async status(): Promise<VaultStatus> {
    return later();
  }
  async state(): Promise<VaultStatus['state']> {
    return (await this.status()).state;
  }
  /** Throws 'vault-exists', 'vault-missing', 'passphrase-too-weak'. */
  async create(_first: FirstKey): Promise<{ readonly recoveryCode: string }> {
    return later();
  }
  async unlock(_secret: UnlockSecret): Promise<UnlockAnswer> {
    return later();
  }
  async lock(): Promise<void> {
    await this.#ports.session.remove('vault/key');
  }
  /** Locks when the deadline has passed or the clock went back; for alarms. Says whether it is open. */
  async lockIfDue(): Promise<'open' | 'locked'> {
    return later();
  }
  /** The user did something: moves the idle deadline. */
  async touch(): Promise<void> {
    return later();
  }
  /** Called after every lock, whatever caused it. */
  onLock(_listener: () => void): void {
    later();
  }
  async accounts(_bin: 'live' | 'binned'): Promise<readonly AccountView[]> {
    return later();
  }
  /** Throws 'account-unknown'. */
  async account(_id: string): Promise<AccountView> {
    return later();
  }
  /** Unknown, binned and unreadable ids are left out. */
  async codes(_ids: readonly string[], _nowMs: number): Promise<readonly AccountRow[]> {
    return later();
  }
  /** Throws 'account-unknown'. */
  async codeAt(_id: string, _nowMs: number): Promise<Code> {
    return later();
  }
  async add(
    _account: NewAccount,
    _options: {
      readonly status: AccountStatus;
      readonly sites: readonly string[];
      /** Goes to the bin in the same step. */
      readonly replaces?: string;
    },
  ): Promise<AccountView> {
    return later();
  }
  async change(_id: string, _change: AccountChange): Promise<AccountView> {
    return later();
  }
  async bin(_id: string): Promise<void> {
    return later();
  }
  async restore(_id: string): Promise<void> {
    return later();
  }
  /** For good: leaves a tombstone. */
  async delete(_id: string): Promise<void> {
    return later();
  }
  async findDuplicate(_account: NewAccount): Promise<Duplicate> {
    return later();
  }
  /** Reads every record; gives the ids that cannot be read, and purges bins older than 30 days. */
  async audit(): Promise<readonly string[]> {
    return later();
  }
  /** The one way out of a secret: the account with its secret, after the proof. The caller wipes it. */
  async exportSecret(_id: string, _proof: UnlockSecret): Promise<NewAccount> {
    return later();
  }
}

export class VaultKeys {
  async passkeys(): Promise<readonly PasskeyView[]> {
    return later();
  }
  async changePassphrase(_proof: UnlockSecret, _passphrase: string): Promise<UnlockAnswer> {
    return later();
  }
  async reissueRecoveryCode(
    _proof: UnlockSecret,
  ): Promise<Exclude<UnlockAnswer, { kind: 'open' }> | { kind: 'open'; recoveryCode: string }> {
    return later();
  }
  async addPasskey(_proof: UnlockSecret, _passkey: NewPasskey): Promise<UnlockAnswer> {
    return later();
  }
  async renamePasskey(_credentialId: string, _name: string): Promise<void> {
    return later();
  }
  async removePasskey(_credentialId: string): Promise<void> {
    return later();
  }
  async setLockMinutes(_minutes: number): Promise<void> {
    return later();
  }
  async lockMinutes(): Promise<number> {
    return later();
  }
  async keepUnlocked(_choice: 'on' | 'off'): Promise<void> {
    return later();
  }
}

export class VaultRepair {
  /** Drops what cannot be read, so that the vault can be written again. Gives the ids dropped. */
  async keepReadable(): Promise<readonly string[]> {
    return later();
  }
  /** Takes an older vault as the present one. */
  async acceptOlder(): Promise<void> {
    return later();
  }
  /** Deletes everything of the vault; the state is 'absent' afterwards. */
  async startOver(): Promise<void> {
    return later();
  }
}
