import { openPopup } from '../../lib/browser/action.ts';
import { inject } from '../../lib/browser/scripting.ts';
import { AppError, errorCodeOf } from '../../lib/errors.ts';
import { parseOtpauthUri } from '../../lib/otp/uri.ts';
import { type Capture, isAliveCapture } from '../../lib/policy/capture.ts';
import { Queue } from '../../lib/policy/queue.ts';
import { decideRelease } from '../../lib/policy/release.ts';
import type {
  ScanAnswer,
  GreyPixels,
  PromptAnswer,
  ReleasedCode,
  SaveAnswer,
} from '../../lib/protocol/page-messages.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';
import type { PageHandlers } from '../../lib/protocol/server.ts';
import { offerBackup } from './backup-offer.ts';
import type { Captures } from './captures.ts';
import type { Core } from './core.ts';
import { getSiteOf, isSameDocument } from './sender-site.ts';
import { readSetup } from './read-qr.ts';
import { leaveReview } from './scan.ts';
import { tell } from './push-to-page.ts';

type EnrolmentHandlers = Pick<
  PageHandlers,
  | 'qrInView'
  | 'scanPixels'
  | 'scanHandOver'
  | 'scanAgain'
  | 'scanSave'
  | 'scanCode'
  | 'scanOpen'
  | 'scanOutcome'
>;

const ENROL_SCRIPT = '/content-scripts/enrol.js';

/** Serves the enrolment script of a page: from pixels to an account the page has accepted. */
export class Enrolments {
  readonly #core: Core;
  readonly #captures: Captures;
  readonly #openUnlockWindow: () => Promise<void>;
  /** One at a time: two clicks on 'Save' must not save twice. */
  readonly #queue = new Queue();

  constructor(core: Core, captures: Captures, openUnlockWindow: () => Promise<void>) {
    this.#core = core;
    this.#captures = captures;
    this.#openUnlockWindow = openUnlockWindow;
  }

  readonly handlers: EnrolmentHandlers = {
    qrInView: async (_ask, from) => {
      await getSiteOf(this.#core.sites, from);
      await inject(from, ENROL_SCRIPT);
    },
    scanPixels: (pixels, from) => this.#read(pixels, from),
    scanHandOver: ({ scanId }, from) =>
      this.#queue.run(async () => {
        const capture = await this.#getCapture(scanId, from);
        if (capture.state !== 'offered' || !capture.from) throw new AppError('scan-gone');
        const top = await inject({ tabId: from.tabId, frameId: 0 }, ENROL_SCRIPT);
        await this.#core.captures.put(scanId, {
          ...capture,
          from: { ...capture.from, ...top },
          shownBy: from,
        });
        const account = parseOtpauthUri(capture.uri);
        const duplicate = await this.#captures.duplicateOf(account);
        account.secret.fill(0);
        const { issuer, label } = account;
        const told = await tell(top, 'scanOffered', { scanId, issuer, label, duplicate });
        if (told === 'gone') throw new AppError('scan-gone');
      }),
    scanAgain: async ({ scanId }, from) => {
      const { shownBy } = await this.#getOwn(scanId, from);
      if (!shownBy || (await tell(shownBy, 'scanAgain', {})) === 'gone') {
        throw new AppError('scan-gone');
      }
    },
    scanSave: ({ scanId, duplicate }, from) =>
      this.#queue.run(async (): Promise<SaveAnswer> => {
        const known = await this.#getCapture(scanId, from);
        const capture = duplicate === undefined ? known : { ...known, duplicate };
        if (capture.state !== 'saved' && (await this.#core.vault.state()) !== 'open') {
          await this.#core.captures.put(scanId, { ...capture, state: 'pending' });
          await this.#openUnlockWindow();
          return { kind: 'unlocking' };
        }
        const saved =
          capture.state === 'saved' ? capture : await this.#captures.save(scanId, capture);
        return { kind: 'saved', code: await this.#codeOf(scanId, saved) };
      }),
    scanCode: ({ scanId }, from) =>
      this.#queue.run(async () => this.#release(scanId, await this.#getCapture(scanId, from))),
    scanOpen: async ({ scanId }, from) => {
      await getSiteOf(this.#core.sites, from);
      if (scanId !== undefined) {
        await leaveReview(this.#captures, scanId, await this.#getCapture(scanId, from));
      }
      await openPopup();
    },
    scanOutcome: ({ scanId, outcome }, from) =>
      this.#queue.run(async () => {
        const capture = await this.#getOwn(scanId, from);
        if (outcome === 'refused') {
          const { servedCounter: _refused, ...rest } = capture;
          return this.#core.captures.put(scanId, rest);
        }
        if (outcome === 'confirmed' && capture.accountId !== undefined) {
          await this.#core.vault.change(capture.accountId, { status: 'confirmed' });
          await offerBackup(this.#core, from);
        }
        return this.#core.captures.remove(scanId);
      }),
  };

  /** After unlocking or 'Protect your codes': the save the user asked for goes on by itself. */
  continueAfterUnlock(): Promise<void> {
    return this.#queue.run(async () => {
      for (const [scanId, capture] of Object.entries(await this.#core.captures.rows())) {
        if (capture.state !== 'pending' || !capture.from) continue;
        try {
          if (!isAliveCapture(capture, this.#core.nowMs())) throw new AppError('scan-gone');
          const saved = await this.#captures.save(scanId, capture);
          const code = await this.#codeOf(scanId, saved);
          await tell(capture.from, 'scanSaved', { scanId, code });
        } catch (thrown) {
          // Offered again: the card can ask what to do about the account already there.
          await this.#core.captures.put(scanId, { ...capture, state: 'offered' });
          await tell(capture.from, 'scanFailed', { scanId, code: errorCodeOf(thrown) });
          // Reviewed in our own popup: our window asks it, too.
          const isAsked = capture.names && errorCodeOf(thrown) === 'account-duplicate';
          if (isAsked) await leaveReview(this.#captures, scanId, capture);
        }
      }
    });
  }

  /** Saved in our own popup: where a page showed it, the page's field is filled as well. */
  async wasReviewed(scanId: string, saved: Capture): Promise<void> {
    if (!saved.from) return this.#core.captures.remove(scanId);
    const code = await this.#codeOf(scanId, saved);
    await tell(saved.from, 'scanSaved', { scanId, code });
  }

  /** A lock, or the unlock window closed without opening: parked QR texts die. */
  async forgetParked(): Promise<void> {
    for (const [scanId, { from }] of await this.#captures.forgetParked()) {
      if (from) await tell(from, 'scanFailed', { scanId, code: 'vault-locked' });
    }
  }

  /** The alarm: texts whose time is over die, and a card that still waits for its save offers anew. */
  async dropDead(): Promise<void> {
    for (const [scanId, { from }] of await this.#captures.dropDead()) {
      if (from) await tell(from, 'scanFailed', { scanId, code: 'scan-gone' });
    }
  }

  async #read(pixels: GreyPixels, from: PageSender): Promise<ScanAnswer> {
    const site = await getSiteOf(this.#core.sites, from);
    const read = await readSetup(pixels);
    if (read.kind !== 'setup') return { kind: read.kind };
    const { uri } = read;
    try {
      const account = parseOtpauthUri(uri);
      const duplicate = await this.#captures.duplicateOf(account);
      account.secret.fill(0);
      const { tabId, frameId, documentId } = from;
      const scanId = await this.#captures.park(uri, {
        tabId,
        frameId,
        ...(documentId === undefined ? {} : { documentId }),
        siteId: site.id,
      });
      const { issuer, label } = account;
      return { kind: 'otpauth', scanId, issuer, label, duplicate };
    } catch (thrown) {
      return { kind: 'refused', code: errorCodeOf(thrown) };
    }
  }

  /** The code for the enrolment's own field; waits out a step that is used up or about to end. */
  async #codeOf(scanId: string, capture: Capture): Promise<ReleasedCode> {
    for (;;) {
      const answer = await this.#release(scanId, capture);
      if (answer.kind === 'fill') return answer.code;
      if (answer.kind !== 'wait') throw new AppError('release-refused');
      const delayMs = answer.untilMs - this.#core.nowMs();
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }

  /** At enrolment the page itself showed us the secret: its code may go back to that document. */
  async #release(scanId: string, capture: Capture): Promise<PromptAnswer> {
    const { accountId, from } = capture;
    if (accountId === undefined || !from) throw new AppError('scan-gone');
    const { vault, released, captures } = this.#core;
    const { clockOffsetMs } = await this.#core.sites.settings(from.siteId);
    const nowMs = this.#core.nowMs();
    const siteMs = nowMs + clockOffsetMs;
    const code = await vault.codeAt(accountId, siteMs);
    const release = decideRelease({
      act: 'by-hand',
      nowMs,
      siteMs,
      siteId: from.siteId,
      promptState: 'served',
      signIn: undefined,
      releasedCounter: await released.find(accountId),
      servedCounter: capture.servedCounter,
      code,
    });
    if (release.kind === 'no') throw new AppError('release-refused');
    if (release.kind === 'wait') return { ...release, untilMs: release.untilMs - clockOffsetMs };
    await released.put(accountId, code.counter);
    await captures.put(scanId, { ...capture, servedCounter: code.counter });
    // A lock came while that was written: the code counts as used, and stays here.
    if ((await vault.state()) !== 'open') throw new AppError('vault-locked');
    const validUntilMs = code.endMs - clockOffsetMs;
    return { kind: 'fill', code: { digits: code.digits, validUntilMs }, submit: 'never' };
  }

  /** One that can be saved, or was. Throws 'scan-gone'. */
  async #getCapture(scanId: string, from: PageSender): Promise<Capture> {
    const capture = await this.#getOwn(scanId, from);
    if (capture.state === 'expired' || !isAliveCapture(capture, this.#core.nowMs())) {
      throw new AppError('scan-gone');
    }
    return capture;
  }

  /** One of this very document, alive or not. Throws 'scan-gone'. */
  async #getOwn(scanId: string, from: PageSender): Promise<Capture> {
    await getSiteOf(this.#core.sites, from);
    const capture = await this.#core.captures.find(scanId);
    if (!capture?.from || !isSameDocument(capture.from, from)) throw new AppError('scan-gone');
    return capture;
  }
}
