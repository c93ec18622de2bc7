import { AppError } from '../../lib/errors.ts';
import type { NewAccount } from '../../lib/otp/account.ts';
import { parseOtpauthUri } from '../../lib/otp/uri.ts';
import { setAlarm } from '../../lib/browser/alarms.ts';
import {
  afterSaving,
  type Capture,
  afterTime,
  expire,
  isAliveCapture,
  isParked,
  nextExpiryMs,
} from '../../lib/policy/capture.ts';
import { sites } from '../../lib/sites/index.ts';
import type { Core } from './core.ts';

export const CAPTURE_ALARM = 'captures';

/** An export fills ten QRs with ten accounts each; a page that draws new codes for ever fills no more. */
const MOST_PARKED = 200;

export type DuplicateKind = 'none' | 'same-name' | 'same-secret';

/** Captures from the moment they are read until their account is saved. */
export class Captures {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Keeps an otpauth URI for a short while; gives its capture id. What the user
   * brought himself (no `from`) has the same id however often he brings it.
   */
  async park(uri: string, from?: Capture['from']): Promise<string> {
    const nowMs = this.#core.nowMs();
    let scanId = this.#core.newId();
    await this.#core.captures.change((rows) => {
      const alive = Object.fromEntries(Object.entries(afterTime(rows, nowMs)).slice(-MOST_PARKED));
      const [again] = Object.entries(alive).find(
        ([, capture]) => !from && !capture.from && capture.uri === uri,
      ) ?? [undefined];
      scanId = again ?? scanId;
      return {
        ...alive,
        [scanId]: { uri, atMs: nowMs, state: 'offered', ...(from ? { from } : {}) },
      };
    });
    await this.#watchTime();
    return scanId;
  }

  /** The texts of the user's own parked and not yet saved, oldest first. */
  async parkedTexts(): Promise<readonly string[]> {
    const nowMs = this.#core.nowMs();
    return Object.values(await this.#core.captures.rows())
      .filter((capture) => isParked(capture) && isAliveCapture(capture, nowMs))
      .toSorted((one, other) => one.atMs - other.atMs)
      .map(({ uri }) => uri);
  }

  /** A capture that can still be saved. Throws 'scan-gone'. */
  async getParked(scanId: string): Promise<Capture> {
    const capture = await this.#core.captures.find(scanId);
    if (!capture || !isParked(capture) || !isAliveCapture(capture, this.#core.nowMs())) {
      throw new AppError('scan-gone');
    }
    return capture;
  }

  /** The user is at work on what he brought himself: of ten accounts of an export, the last must not die. */
  async keepOwn(): Promise<void> {
    const nowMs = this.#core.nowMs();
    await this.#core.captures.change((rows) =>
      Object.fromEntries(
        Object.entries(afterTime(rows, nowMs)).map(([scanId, capture]) => [
          scanId,
          capture.from ? capture : { ...capture, atMs: nowMs },
        ]),
      ),
    );
    await this.#watchTime();
  }

  /** The alarm: texts whose time is over die. Gives those the user had asked to save. */
  async dropDead(): Promise<readonly (readonly [string, Capture])[]> {
    const nowMs = this.#core.nowMs();
    const dead = Object.entries(await this.#core.captures.rows()).filter(
      ([, capture]) => isParked(capture) && !isAliveCapture(capture, nowMs),
    );
    await this.#core.captures.change((rows) => afterTime(rows, nowMs));
    await this.#watchTime();
    return dead.filter(([, { state }]) => state === 'pending');
  }

  /** Against the open vault; a closed one says 'none' and is asked again when saving. */
  async duplicateOf(account: NewAccount): Promise<DuplicateKind> {
    if ((await this.#core.vault.state()) !== 'open') return 'none';
    return (await this.#duplicate(account)).kind;
  }

  /**
   * Saves and reads back; throws 'account-duplicate' where the user has not yet
   * said what becomes of the account of that name, and all that Vault.add throws.
   */
  async save(
    scanId: string,
    capture: Capture,
    names = capture.names,
  ): Promise<Capture & { readonly accountId: string }> {
    const account = { ...parseOtpauthUri(capture.uri), ...names };
    try {
      const accountId = await this.#saveAccount(account, capture);
      const saved = { ...afterSaving(capture, accountId, this.#core.nowMs()), accountId };
      await this.#core.captures.put(scanId, saved);
      return saved;
    } finally {
      account.secret.fill(0);
    }
  }

  /** A lock, a cancel: parked QR texts die. Gives those the user had asked to save. */
  async forgetParked(): Promise<readonly (readonly [string, Capture])[]> {
    const rows = Object.entries(await this.#core.captures.rows());
    await this.#core.captures.change((now) => expire(now, isParked));
    return rows.filter(([, capture]) => capture.state === 'pending');
  }

  async forgetTab(tabId: number): Promise<void> {
    await this.#core.captures.change((rows) =>
      Object.fromEntries(Object.entries(rows).filter(([, { from }]) => from?.tabId !== tabId)),
    );
  }

  async #watchTime(): Promise<void> {
    const endMs = nextExpiryMs(Object.values(await this.#core.captures.rows()));
    if (endMs !== undefined) await setAlarm(CAPTURE_ALARM, endMs);
  }

  async #saveAccount(account: NewAccount, capture: Capture): Promise<string> {
    const { kind, id, replaces } = await this.#duplicate(account);
    if (kind === 'same-secret' && id !== undefined) return id;
    if (kind === 'same-name' && capture.duplicate === undefined) {
      throw new AppError('account-duplicate');
    }
    const replaced = capture.duplicate === 'replace' ? id : replaces;
    const added = await this.#core.vault.add(account, {
      status: capture.from ? 'unconfirmed' : 'confirmed',
      sites: capture.from ? [capture.from.siteId] : sitesOfIssuer(account.issuer),
      ...(replaced === undefined ? {} : { replaces: replaced }),
    });
    return added.id;
  }

  /**
   * An unconfirmed account of the same name is of an enrolment that was not
   * finished: it is no duplicate to ask about, the new scan `replaces` it.
   */
  async #duplicate(account: NewAccount): Promise<{
    readonly kind: DuplicateKind;
    readonly id?: string;
    readonly replaces?: string;
  }> {
    const { kind, id } = await this.#core.vault.findDuplicate(account);
    if (kind === 'none' || id === undefined) return { kind: 'none' };
    if (kind === 'same-secret') return { kind, id };
    const before = await this.#core.vault.account(id);
    return before.status === 'unconfirmed' ? { kind: 'none', replaces: id } : { kind, id };
  }
}

/** An account pasted or scanned elsewhere belongs where its issuer says. */
function sitesOfIssuer(issuer: string): readonly string[] {
  return sites
    .filter((site) => site.issuer.toLowerCase() === issuer.toLowerCase())
    .map((site) => site.id);
}
