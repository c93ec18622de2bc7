import { AppError } from '../../lib/errors.ts';
import { isSameName, type AccountView, type NewAccount } from '../../lib/otp/account.ts';
import { classifyQrText } from '../../lib/otp/qr-text.ts';
import { parseOtpauthUri } from '../../lib/otp/uri.ts';
import { setAlarm } from '../../lib/browser/alarms.ts';
import {
  forgetTexts,
  isExpired,
  isUnsaved,
  newest,
  nextExpiryMs,
  pruneExpired,
  toSaved,
  type Scan,
  type ScanEntry,
} from '../../lib/policy/scan.ts';
import type { Core } from './core.ts';
import { findDuplicate, type FoundDuplicate } from './find-duplicate.ts';
import { sitesOfScan } from './scan-sites.ts';

export const SCAN_ALARM = 'scans';

type SavedScan = Scan & { readonly accountId: string };

/** Scans, from the moment they are read until their account is saved. */
export class Scans {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Keeps an otpauth URI for a short while and returns its scan id. */
  async add(uri: string, from?: Scan['from']): Promise<string> {
    const [scanId] = await this.addAll([uri], from);
    if (scanId === undefined) throw new AppError('scan-gone');
    return scanId;
  }

  /** Keeps what else the text of a scan may mean, however often it is asked about, and returns its scan id. */
  async addAlternative(uri: string, to: string, from?: Scan['from']): Promise<string> {
    const nowMs = this.#core.nowMs();
    const [before] = Object.entries(await this.#core.scans.rows()).find(
      ([, scan]) => scan.alternativeTo === to && isUnsaved(scan) && !isExpired(scan, nowMs),
    ) ?? [undefined];
    if (before !== undefined) return before;
    const scanId = await this.add(uri, from);
    const scan = await this.getUnsaved(scanId);
    await this.#core.scans.put(scanId, { ...scan, alternativeTo: to });
    return scanId;
  }

  /**
   * Keeps texts by one write and returns their scan ids. A text the user brought
   * (no `from`) has the same id however often it is brought.
   */
  async addAll(uris: readonly string[], from?: Scan['from']): Promise<readonly string[]> {
    const nowMs = this.#core.nowMs();
    const scanIds = uris.map(() => this.#core.newId());
    await this.#core.scans.change((rows) => {
      const kept = Object.entries(pruneExpired(rows, nowMs));
      const ownIds = new Map<string, string>(
        kept.flatMap(([scanId, scan]): [string, string][] =>
          from || scan.from ? [] : [[scan.uri, scanId]],
        ),
      );
      const changed = new Map(kept);
      for (const [index, uri] of uris.entries()) {
        const scanId = ownIds.get(uri) ?? scanIds[index];
        if (scanId === undefined) continue;
        scanIds[index] = scanId;
        if (!from) ownIds.set(uri, scanId);
        changed.set(scanId, { uri, atMs: nowMs, state: 'offered', ...(from ? { from } : {}) });
      }
      return Object.fromEntries(newest([...changed]));
    });
    // No page waits for it: Chromium writes alarms to the disk.
    void this.#setExpiryAlarm();
    return scanIds;
  }

  /** The codes of exports that the user has brought and that are not forgotten yet, oldest first. */
  async exportTexts(): Promise<readonly string[]> {
    const nowMs = this.#core.nowMs();
    return Object.values(await this.#core.scans.rows())
      .filter((scan) => isExportCode(scan) && !isExpired(scan, nowMs))
      .toSorted((one, other) => one.atMs - other.atMs)
      .map(({ uri }) => uri.replaceAll(/[\r\n]/gu, ''));
  }

  /** The exports were saved, or are not wanted. */
  async forgetExports(): Promise<void> {
    await this.#core.scans.change((rows) => forgetTexts(rows, isExportCode));
  }

  /** Unix time, ms. */
  get nowMs(): number {
    return this.#core.nowMs();
  }

  /** A scan that can still be saved. */
  async findUnsaved(scanId: string): Promise<Scan | undefined> {
    const scan = await this.#core.scans.find(scanId);
    return scan && isUnsaved(scan) && !isExpired(scan, this.nowMs) ? scan : undefined;
  }

  /** The same. Throws 'scan-gone'. */
  async getUnsaved(scanId: string): Promise<Scan> {
    const scan = await this.findUnsaved(scanId);
    if (!scan) throw new AppError('scan-gone');
    return scan;
  }

  async isSaved(scanId: string): Promise<boolean> {
    return (await this.#core.scans.find(scanId))?.state === 'saved';
  }

  /** The user works through scans of his own: their time begins anew, so that the last of ten accounts is not forgotten. */
  async extendOwn(): Promise<void> {
    const nowMs = this.#core.nowMs();
    await this.#core.scans.change((rows) =>
      Object.fromEntries(
        Object.entries(pruneExpired(rows, nowMs)).map(([scanId, scan]) => [
          scanId,
          scan.from ? scan : { ...scan, atMs: nowMs },
        ]),
      ),
    );
    await this.#setExpiryAlarm();
  }

  /** Forgets expired texts, when the alarm goes off. Returns the scans that the user had asked to save. */
  async pruneExpired(): Promise<readonly ScanEntry[]> {
    const nowMs = this.#core.nowMs();
    const expired = Object.entries(await this.#core.scans.rows()).filter(
      ([, scan]) => isUnsaved(scan) && isExpired(scan, nowMs),
    );
    await this.#core.scans.change((rows) => pruneExpired(rows, nowMs));
    await this.#setExpiryAlarm();
    return expired.filter(([, { state }]) => state === 'pending');
  }

  /**
   * Compares with the open vault: for a page of `siteId` with the accounts of
   * that site alone, for our own pages with all. A closed vault answers 'none',
   * and is compared again when saving.
   */
  async duplicateOf(account: NewAccount, siteId?: string): Promise<FoundDuplicate> {
    if ((await this.#core.vault.state()) !== 'open') return { kind: 'none' };
    return findDuplicate(this.#core.vault, account, siteId);
  }

  /** The names of the sites that an account is bound to, for words. */
  async siteNamesOf(account: Pick<AccountView, 'sites'>): Promise<readonly string[]> {
    const all = await this.#core.sites.all();
    return account.sites.map((id) => all.find((site) => site.id === id)?.name ?? id);
  }

  /**
   * Saves and reads back. Throws 'account-duplicate' where the user has not
   * decided about the account of that name, and all that Vault.add throws.
   * `names` come from a review in our own page, which names every account that
   * has the same; without them the word is the page's card's.
   */
  async save(scanId: string, scan: Scan, names = scan.names): Promise<SavedScan> {
    const account = { ...parseOtpauthUri(scan.uri), ...names };
    try {
      const siteId = names === undefined ? scan.from?.siteId : undefined;
      const { accountId, replacedId } = await this.#saveAccount(account, scan, siteId);
      const replaced = replacedId === undefined ? {} : { replacedId };
      const saved = { ...toSaved(scan, accountId, this.#core.nowMs()), accountId, ...replaced };
      // The tab may have been closed meanwhile.
      await this.#core.scans.update(scanId, () => saved);
      return saved;
    } finally {
      account.secret.fill(0);
    }
  }

  /**
   * The user brought a text to a page of ours and saved it there: pages that offer the same one need not any
   * more. Returns their scan ids, to be told.
   */
  async noteSaved(uri: string, accountId: string): Promise<readonly string[]> {
    const isSame = (scan: Scan): boolean =>
      scan.from !== undefined && scan.state === 'offered' && scan.uri === uri;
    const rows = Object.entries(await this.#core.scans.rows());
    const scanIds = rows.flatMap(([scanId, scan]) => (isSame(scan) ? [scanId] : []));
    for (const scanId of scanIds)
      await this.#core.scans.update(scanId, (scan) =>
        isSame(scan) ? { ...toSaved(scan, accountId, this.nowMs), told: 'not-yet' } : scan,
      );
    return scanIds;
  }

  /** A save that was waiting has failed: the user decides again, and has the time for it. A text that a lock took stays forgotten. */
  async offerAgain(scanId: string): Promise<void> {
    await this.#core.scans.update(scanId, (scan) =>
      scan.state === 'pending' ? { ...scan, state: 'offered', atMs: this.nowMs } : scan,
    );
    await this.#setExpiryAlarm();
  }

  /** Forgets every unsaved text, after a lock or a cancel. Returns the scans whose pages wait for a save or its code. */
  async forgetUnsaved(): Promise<readonly ScanEntry[]> {
    const rows = Object.entries(await this.#core.scans.rows());
    await this.#core.scans.change((now) => forgetTexts(now, isUnsaved));
    return rows.filter(([, { state, told }]) => state === 'pending' || told !== undefined);
  }

  async forgetTab(tabId: number): Promise<void> {
    await this.#core.scans.removeWhere(({ from }) => from?.tabId === tabId);
  }

  async #setExpiryAlarm(): Promise<void> {
    const endMs = nextExpiryMs(Object.values(await this.#core.scans.rows()));
    if (endMs !== undefined) await setAlarm(SCAN_ALARM, endMs);
  }

  async #saveAccount(
    account: NewAccount,
    scan: Scan,
    siteId: string | undefined,
  ): Promise<{ readonly accountId: string; readonly replacedId?: string }> {
    const { kind, known, replaces } = await findDuplicate(this.#core.vault, account, siteId);
    // A save that is asked for again adds nothing.
    const isSaved = kind === 'same-secret' && known !== undefined;
    if (isSaved && (scan.duplicate === undefined || isSameName(known, account))) {
      return { accountId: known.id };
    }
    if (kind === 'same-name' && scan.duplicate === undefined) {
      throw new AppError('account-duplicate');
    }
    // Another account has the name by now: the user has decided about the one that was named.
    const isOther = scan.replaces !== undefined && known && known.id !== scan.replaces;
    if (scan.duplicate === 'replace' && isOther) throw new AppError('account-duplicate');
    const replacedId = scan.duplicate === 'replace' ? known?.id : replaces;
    const added = await this.#core.vault.add(account, {
      // Of codes that are not filled into the page, the page's verdict is never known.
      status: scan.from && account.type === 'totp' ? 'unconfirmed' : 'confirmed',
      sites: sitesOfScan(scan, account.issuer),
      ...(replacedId === undefined ? {} : { replaces: replacedId }),
    });
    return { accountId: added.id, ...(replacedId === undefined ? {} : { replacedId }) };
  }
}

function isExportCode(scan: Scan): boolean {
  return isUnsaved(scan) && classifyQrText(scan.uri) === 'migration';
}
