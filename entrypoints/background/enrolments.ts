import type { PageTarget } from '../../lib/browser/tabs.ts';
import { AppError, errorCodeOf } from '../../lib/errors.ts';
import { isExpired, type Scan } from '../../lib/policy/scan.ts';
import { Queue } from '../../lib/policy/queue.ts';
import type { ScanAnswer, GreyPixels, SaveAnswer } from '../../lib/protocol/page-messages.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';
import type { PageHandlers } from '../../lib/protocol/server.ts';
import { offerBackup } from './backup-offer.ts';
import type { Scans } from './scans.ts';
import type { Core } from './core.ts';
import { releaseCode } from './enrolment-code.ts';
import { offerOf } from './page-scan.ts';
import { factsOf, savingOfUri } from './scan-facts.ts';
import { getSiteOf, isSameDocument, targetOf } from './sender-site.ts';
import { readElement } from './read-qr.ts';
import { forgetResults, leaveForReview, leaveScan } from './left-results.ts';
import { showPopup } from './popup-window.ts';
import { pushToPage } from './push-to-page.ts';
import { tellSaved, undoOf } from './tell-saved.ts';
import { undoReplacement } from './undo-replacement.ts';
import { isUnlockWindowOpen, openUnlockWindowFor } from './unlock-window.ts';

type EnrolmentHandlers = Pick<
  PageHandlers,
  | 'qrExpected'
  | 'scanPixels'
  | 'scanHandOver'
  | 'scanAgain'
  | 'scanSave'
  | 'scanCode'
  | 'scanOpen'
  | 'scanOutcome'
  | 'scanUndo'
>;

const ENROL_SCRIPT = '/content-scripts/enrol.js';

/** Serves the enrolment script of a page, from the pixels of a QR code to an account that the page has accepted. */
export class Enrolments {
  readonly #core: Core;
  readonly #scans: Scans;
  /** Requests run one at a time, so that two clicks on 'Save' do not save twice. */
  readonly #queue = new Queue();

  constructor(core: Core, scans: Scans) {
    this.#core = core;
    this.#scans = scans;
  }

  readonly handlers: EnrolmentHandlers = {
    qrExpected: async ({ script }, from) => {
      await getSiteOf(this.#core.sites, from);
      if (script === 'needed') await this.#core.language.inject(from, ENROL_SCRIPT);
    },
    scanPixels: (pixels, from) => this.#read(pixels, from),
    scanHandOver: ({ scanId }, from) =>
      this.#queue.run(async () => {
        const scan = await this.#getScan(scanId, from);
        if (scan.state !== 'offered' || !scan.from) throw new AppError('scan-gone');
        const { language, scans } = this.#core;
        const top = await language.inject({ tabId: from.tabId, frameId: 0 }, ENROL_SCRIPT);
        const { siteId } = scan.from;
        await scans.update(scanId, (row) => ({
          ...row,
          from: { siteId, ...top },
          shownBy: from,
        }));
        const facts = await factsOf(this.#scans, scan.uri, siteId);
        const outcome = await pushToPage(top, 'scanOffered', { scanId, ...facts });
        if (outcome === 'gone') throw new AppError('scan-gone');
      }),
    scanAgain: async ({ scanId }, from) => {
      const { shownBy } = await this.#getOwn(scanId, from);
      if (!shownBy || (await pushToPage(shownBy, 'scanAgain', {})) === 'gone') {
        throw new AppError('scan-gone');
      }
    },
    scanSave: ({ scanId, cause, duplicate }, from) =>
      this.#queue.run(async (): Promise<SaveAnswer> => {
        const known = await this.#getScan(scanId, from);
        const scan = duplicate === undefined ? known : { ...known, duplicate };
        // A page that asks for more than its card offers.
        if (scan.state !== 'saved' && savingOfUri(scan.uri) === 'in-popup') {
          throw new AppError('request-malformed');
        }
        if ((await this.#core.vault.state()) !== 'open') {
          // Closed, our window is the user's cancel, and a page that draws again does not undo it.
          if (cause === 'redraw' && !(await isUnlockWindowOpen())) {
            throw new AppError('vault-locked');
          }
          // Saved before a lock, its page waits for the code alone.
          const waits: Partial<Scan> =
            scan.state === 'saved' ? { told: 'not-yet' } : { state: 'pending' };
          await this.#core.scans.put(scanId, { ...scan, ...waits });
          if (cause === 'redraw' || !scan.from) return { kind: 'unlocking', where: 'window' };
          return { kind: 'unlocking', where: await openUnlockWindowFor(scan.from.siteId) };
        }
        const saved = scan.state === 'saved' ? scan : await this.#scans.save(scanId, scan);
        const code = await releaseCode(this.#core, scanId, saved);
        if (saved.told !== undefined) await this.#noteTold(scanId);
        return { kind: 'saved', code, ...undoOf(this.#core, saved) };
      }),
    scanCode: ({ scanId }, from) =>
      this.#queue.run(async () =>
        releaseCode(this.#core, scanId, await this.#getScan(scanId, from)),
      ),
    scanOpen: async ({ scanId }, from) => {
      await getSiteOf(this.#core.sites, from);
      const scan = scanId === undefined ? undefined : await this.#getScan(scanId, from);
      // Of an account that is saved already nothing is reviewed: the popup's note on the page fills its code.
      if (scanId !== undefined && scan && (await offerOf(this.#core, scan)).state === 'offered') {
        await leaveForReview(this.#scans, scanId, scan);
      }
      await showPopup(from.tabId);
    },
    scanOutcome: ({ scanId, outcome }, from) =>
      this.#queue.run(async () => {
        const scan = await this.#getOwn(scanId, from);
        if (outcome === 'refused') {
          return this.#core.scans.update(scanId, ({ servedCounter: _refused, ...row }) => row);
        }
        if (outcome === 'confirmed' && scan.accountId !== undefined) {
          await this.#core.vault.change(scan.accountId, { status: 'confirmed' });
          await offerBackup(this.#core, from);
        }
        // The page gave up what had replaced an account: its card still offers to undo that.
        if (outcome === 'cancelled' && scan.replacedId !== undefined) return;
        return this.#core.scans.remove(scanId);
      }),
    scanUndo: ({ scanId }, from) =>
      this.#queue.run(async () => {
        await undoReplacement(this.#core, await this.#getScan(scanId, from));
        await this.#core.scans.remove(scanId);
      }),
  };

  /**
   * After an unlock, the save that the user asked for goes on by itself. The row is 'pending' or its
   * page not told yet until it was: a background that ends in between leaves it to the next one.
   */
  continueAfterUnlock(): Promise<void> {
    return this.#queue.run(async () => {
      await this.pruneExpired();
      for (const [scanId, scan] of Object.entries(await this.#core.scans.rows())) {
        const isWaiting = scan.state === 'pending' || scan.told !== undefined;
        if (isWaiting && scan.from) await this.#saveAndTell(scanId, scan, scan.from);
      }
    });
  }

  async #saveAndTell(scanId: string, scan: Scan, page: PageTarget): Promise<void> {
    try {
      const isSaved = scan.state === 'saved';
      const saved = isSaved ? scan : await this.#scans.save(scanId, { ...scan, told: 'not-yet' });
      await tellSaved(this.#core, scanId, saved, undoOf(this.#core, saved));
    } catch (thrown) {
      const code = errorCodeOf(thrown);
      await pushToPage(page, 'scanFailed', { scanId, code });
      // The user reviewed it in our popup, so our own window asks as well.
      const isAsked = scan.names && code === 'account-duplicate';
      if (isAsked) await leaveScan(this.#scans, scanId, scan);
      // So that the card can ask what to do about the account already there.
      await this.#scans.offerAgain(scanId);
      // Where it was saved before the lock, its page is told after the next unlocking.
      if (code === 'vault-locked') return;
    }
    await this.#noteTold(scanId);
  }

  /** To be called after the popup has saved it. Its page is told once, whoever asks; throws 'vault-locked'. */
  tellOnce(scanId: string): Promise<void> {
    return this.#queue.run(async () => {
      const saved = await this.#core.scans.find(scanId);
      if (saved?.told === undefined) return;
      await tellSaved(this.#core, scanId, saved);
      await this.#noteTold(scanId);
    });
  }

  #noteTold(scanId: string): Promise<void> {
    return this.#core.scans.update(scanId, ({ told: _notYet, ...row }) => row);
  }

  /** To be called when the user wants the next code in our popup. Throws 'scan-gone'. */
  async fillNext(scanId: string): Promise<void> {
    const from = (await this.#core.scans.find(scanId))?.from;
    if (!from || (await pushToPage(from, 'scanFill', { scanId })) === 'gone') {
      throw new AppError('scan-gone');
    }
  }

  /** Forgets unsaved texts after a lock, or when the unlock window was closed without unlocking. */
  async forgetUnsaved(): Promise<void> {
    const asked = await this.#scans.forgetUnsaved();
    await forgetResults();
    for (const [scanId, { from }] of asked) {
      if (from) await pushToPage(from, 'scanFailed', { scanId, code: 'vault-locked' });
    }
  }

  /** Forgets expired texts, when the alarm goes off; a card that still waits for its save is told to offer anew. */
  async pruneExpired(): Promise<void> {
    for (const [scanId, { from }] of await this.#scans.pruneExpired()) {
      if (from) await pushToPage(from, 'scanFailed', { scanId, code: 'scan-gone' });
    }
  }

  /** After the requests of the tab that are still answered. */
  forgetTab(tabId: number): Promise<void> {
    return this.#queue.run(() => this.#scans.forgetTab(tabId));
  }

  async #read(pixels: GreyPixels, from: PageSender): Promise<ScanAnswer> {
    const site = await getSiteOf(this.#core.sites, from);
    const reading = await readElement(pixels);
    if (reading.kind !== 'setup') return { kind: reading.kind };
    const { uri } = reading;
    try {
      const [facts] = await Promise.all([
        factsOf(this.#scans, uri, site.id),
        this.#core.language.speakIn(from),
      ]);
      const scanId = await this.#scans.add(uri, { ...targetOf(from), siteId: site.id });
      return { kind: 'otpauth', scanId, ...facts };
    } catch (thrown) {
      return { kind: 'refused', code: errorCodeOf(thrown) };
    }
  }

  /** A scan of this document that can be saved, or was saved. Throws 'scan-gone'. */
  async #getScan(scanId: string, from: PageSender): Promise<Scan> {
    const scan = await this.#getOwn(scanId, from);
    if (scan.state === 'expired' || isExpired(scan, this.#core.nowMs())) {
      throw new AppError('scan-gone');
    }
    return scan;
  }

  /** A scan of this document, expired or not. Throws 'scan-gone'. */
  async #getOwn(scanId: string, from: PageSender): Promise<Scan> {
    await getSiteOf(this.#core.sites, from);
    const scan = await this.#core.scans.find(scanId);
    if (!scan?.from || !isSameDocument(scan.from, from)) throw new AppError('scan-gone');
    return scan;
  }
}
