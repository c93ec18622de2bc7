import { errorCodeOf, type ErrorCode } from '../errors.ts';
import { rootsUnder } from './field-view.ts';
import { findCodeField } from './find-field.ts';
import type { OfferAct, OfferView } from './offer-face.ts';
import type { OfferWords } from './offer-words.ts';
import { showOffer, type OfferCard } from './offer.ts';
import type { GreyPicture } from './read-pixels-grey.ts';
import { isShown } from './read-pixels.ts';
import { keepCode } from './watch-enrolment-code.ts';
import { dialogOf, watchDialog, type DialogOutcome } from './watch-enrolment-dialog.ts';
import { watchPictures } from './watch-enrolment-pictures.ts';
import type {
  Enrolment,
  EnrolmentPorts,
  EnrolmentPushes,
  FoundEnrolment,
} from './watch-enrolment-ports.ts';

const TICK_MS = 500;
/** How long the last word stays when nobody closes it. */
const FAREWELL_MS = 6_000;

/** The frame a handed-over code most likely shows in: one in view, best one beside a code field. */
function findFrame(): Element {
  const frames = rootsUnder(document).flatMap((root) => [...root.querySelectorAll('iframe')]);
  const shown = frames.filter((frame) => isShown(frame));
  const context = { moment: 'enrolment' } as const;
  const beside = shown.find((frame) => findCodeField(dialogOf(frame, undefined), context));
  return beside ?? shown[0] ?? document.documentElement;
}

/** Runs the enrolments of this document until `signal` aborts. */
export function watchEnrolment(
  ports: EnrolmentPorts,
  words: OfferWords,
  signal: AbortSignal,
): EnrolmentPushes {
  let card: OfferCard | undefined;
  let current: Enrolment | undefined;
  /** A second code in view waits until the first is dealt with. */
  let next: { readonly found: FoundEnrolment; readonly picture: Element } | undefined;
  let taintedWasShown = false;

  function show(view: OfferView): void {
    card ??= showOffer(words, (act) => void onAct(act), signal);
    card.show(view);
  }
  function closeCard(): void {
    card?.close();
    card = undefined;
  }

  function fail(enrolment: Enrolment, code: ErrorCode): void {
    if (enrolment !== current) return;
    if (code === 'account-duplicate' || code === 'vault-locked') {
      // Only an open vault knows its duplicates: the question comes late, or once more.
      enrolment.phase = 'offered';
      const duplicate = code === 'account-duplicate' ? 'same-name' : enrolment.found.duplicate;
      show({ kind: 'found', ...enrolment.found, duplicate });
    } else {
      show({ kind: 'failed', code });
    }
  }

  async function tell(
    enrolment: Enrolment,
    outcome: Parameters<EnrolmentPorts['outcome']>[1],
  ): Promise<void> {
    try {
      await ports.outcome(enrolment.found.captureId, outcome);
    } catch {
      // The capture died before, with a lock or in time: there is nothing left to tell of it.
    }
  }

  function end(enrolment: Enrolment): void {
    enrolment.ending.abort();
    if (current !== enrolment) return;
    current = undefined;
    if (next?.picture.isConnected) offer(next.found, next.picture);
    next = undefined;
  }

  function offer(found: FoundEnrolment, picture: Element): void {
    const ending = new AbortController();
    const ended = AbortSignal.any([signal, ending.signal]);
    let dialog: { noteFill(): void } | undefined;
    const keeper = keepCode(
      {
        picture: () => enrolment.picture,
        code: () => ports.code(found.captureId),
        show,
        onFill() {
          enrolment.phase = 'saved';
          dialog ??= watchDialog(
            { picture: () => enrolment.picture, field: () => keeper.field() },
            (outcome) => onOutcome(enrolment, outcome),
            ended,
          );
          dialog.noteFill();
        },
        onFail: (code) => fail(enrolment, code),
      },
      ended,
    );
    const enrolment: Enrolment = { found, picture, phase: 'offered', ending, keeper };
    current = enrolment;
    show({ kind: 'found', ...found });
    const timer = setInterval(() => tick(enrolment), TICK_MS);
    ended.addEventListener('abort', () => clearInterval(timer));
  }

  function tick(enrolment: Enrolment): void {
    card?.raise();
    if (enrolment.phase === 'saved' || enrolment.phase === 'saving') return;
    if (enrolment.picture.isConnected && isShown(enrolment.picture)) return;
    // The dialog was left before anything was saved.
    void tell(enrolment, 'cancelled');
    closeCard();
    end(enrolment);
  }

  function onOutcome(enrolment: Enrolment, outcome: DialogOutcome): void {
    if (enrolment !== current) return;
    if (outcome === 'refused') {
      void tell(enrolment, 'refused');
      show({ kind: 'refused' });
      return;
    }
    if (outcome === 'accepted') {
      void confirm(enrolment);
    } else {
      if (outcome === 'cancelled') void tell(enrolment, 'cancelled');
      closeCard();
    }
    end(enrolment);
  }

  /** The card says 'confirmed' when the vault has it so, not before. */
  async function confirm(enrolment: Enrolment): Promise<void> {
    const told = card;
    try {
      await ports.outcome(enrolment.found.captureId, 'confirmed');
    } catch (thrown) {
      // The capture may have died with a lock: a lost confirmation is worth a word.
      show({ kind: 'failed', code: errorCodeOf(thrown) });
      return;
    }
    // A card the user has closed meanwhile, or that has another code by now, stays as it is.
    if (card !== told || current) return;
    told?.show({ kind: 'confirmed' });
    setTimeout(() => {
      if (card === told && !current) closeCard();
    }, FAREWELL_MS);
  }

  async function save(enrolment: Enrolment, duplicate?: 'replace' | 'keep-both'): Promise<void> {
    enrolment.phase = 'saving';
    show({ kind: 'saving' });
    try {
      const answer = await ports.save(enrolment.found.captureId, duplicate);
      if (enrolment !== current) return;
      if (answer.kind === 'saved') {
        await enrolment.keeper.put(answer.code);
      } else {
        enrolment.phase = 'unlocking';
        show({ kind: 'unlocking' });
      }
    } catch (thrown) {
      fail(enrolment, errorCodeOf(thrown));
    }
  }

  async function onAct(act: OfferAct): Promise<void> {
    const enrolment = current;
    if (act === 'dismiss') {
      closeCard();
      // Once saved, the page's verdict is still waited for, silently.
      if (!enrolment || enrolment.phase === 'saved') return;
      void tell(enrolment, 'dismissed');
      end(enrolment);
    } else if (!enrolment) {
      closeCard();
    } else if (act === 'open') {
      await ports.open(enrolment.found.captureId);
    } else if (act === 'fill') {
      await enrolment.keeper.next();
    } else {
      await save(enrolment, act === 'save' ? undefined : act);
    }
  }

  function onFound(found: FoundEnrolment, picture: Element): void {
    const before = current;
    if (!before) {
      offer(found, picture);
    } else if (before.phase === 'saved' && found.duplicate === 'same-secret') {
      // Drawn again by the page: still the code that was saved.
      before.picture = picture;
      ports.outcome(found.captureId, 'dismissed').catch(() => undefined);
    } else {
      next = { found, picture };
      const isReplaced =
        before.picture === picture || !before.picture.isConnected || !isShown(before.picture);
      if (!isReplaced) return;
      void tell(before, 'cancelled');
      end(before);
    }
  }

  async function onPicture(element: Element, picture: GreyPicture): Promise<void> {
    try {
      const answer = await ports.capture(picture);
      if (signal.aborted) return;
      if (answer.kind === 'otpauth') {
        const { kind: _kind, ...found } = answer;
        if (!(await isHandedOver(found.captureId))) onFound(found, element);
      } else if (answer.kind === 'refused' && !current) {
        show({ kind: 'failed', code: answer.code });
      }
    } catch {
      // A background that is being updated, or a site no longer ours: the next picture is another try.
    }
  }

  /** In a frame that only shows the code, a card would be cut off and find nothing to fill. */
  async function isHandedOver(captureId: string): Promise<boolean> {
    if (window.top === window || findCodeField(document, { moment: 'enrolment' })) return false;
    try {
      await ports.handOver(captureId);
      return true;
    } catch {
      return false;
    }
  }

  function onTainted(element: Element): void {
    if (current || card || taintedWasShown) return;
    // A picture alone says nothing: the field for a code beside it does.
    if (!findCodeField(dialogOf(element, undefined), { moment: 'unknown' })) return;
    taintedWasShown = true;
    show({ kind: 'unreadable' });
  }

  watchPictures({ onPicture, onTainted }, signal);
  return {
    offered: (found) => onFound(found, findFrame()),
    saved(captureId, code) {
      if (current?.found.captureId === captureId) void current.keeper.put(code);
    },
    failed(captureId, code) {
      if (current?.found.captureId === captureId) fail(current, code);
    },
  };
}
